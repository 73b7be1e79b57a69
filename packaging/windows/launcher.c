/* dayline.exe and, built with CONSOLE, dayline-cli.exe: start the program in this process.
 *
 * Loads the Python that lies in dayline-files\python beside it and lets it run
 * dayline-files\app\begin.py with the arguments as they were given, in UTF-16. Where a part is
 * missing it says which, and what to do; the program itself is not there to say so. */

#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#define LONGEST 32768
#define MISSING 3

typedef int (*py_main)(int, wchar_t **);

static wchar_t folder[LONGEST];
static wchar_t library[LONGEST];
static wchar_t begin[LONGEST];
static wchar_t message[LONGEST];

static const wchar_t ENGLISH[] =
    L"Dayline cannot start, because a part of it is missing or does not fit:\n\n%ls\n\n"
    L"Install Dayline again. Your notes and settings are not touched by that.";
static const wchar_t JAPANESE[] =
    L"Dayline を起動できません。次の部分がないか、適合しません。\n\n%ls\n\n"
    L"Dayline をインストールし直してください。注釈と設定はそのまま残ります。";

/* Say what is missing; give the exit code for it. */
static int tell(const wchar_t *what)
{
    int is_japanese = PRIMARYLANGID(GetUserDefaultUILanguage()) == LANG_JAPANESE;
    _snwprintf(message, LONGEST - 1, is_japanese ? JAPANESE : ENGLISH, what);
#ifdef CONSOLE
    char told[4 * 4096];
    if (WideCharToMultiByte(CP_UTF8, 0, message, -1, told, sizeof told, NULL, NULL))
        fprintf(stderr, "%s\n", told);
#else
    MessageBoxW(NULL, message, L"Dayline", MB_OK | MB_ICONERROR | MB_SETFOREGROUND);
#endif
    return MISSING;
}

/* Put a path together from the folder of this file and what follows; 0 where it is too long. */
static int beside(wchar_t *path, const wchar_t *rest)
{
    if (wcslen(folder) + wcslen(rest) + 1 > LONGEST)
        return 0;
    wcscpy(path, folder);
    wcscat(path, rest);
    return 1;
}

/* Find this file's folder, with a \ at its end. */
static int find_folder(void)
{
    DWORD length = GetModuleFileNameW(NULL, folder, LONGEST);
    wchar_t *last;
    if (length == 0 || length >= LONGEST || (last = wcsrchr(folder, L'\\')) == NULL)
        return 0;
    last[1] = 0;
    return 1;
}

/* Find python3XX.dll; python3.dll is a table of names only. */
static int find_python(void)
{
    WIN32_FIND_DATAW found;
    wchar_t rest[MAX_PATH + 32] = L"dayline-files\\python\\";
    if (!beside(library, L"dayline-files\\python\\python3?*.dll"))
        return 0;
    HANDLE search = FindFirstFileW(library, &found);
    if (search == INVALID_HANDLE_VALUE)
        return 0;
    while (_wcsicmp(found.cFileName, L"python3.dll") == 0)
        if (!FindNextFileW(search, &found)) {
            FindClose(search);
            return 0;
        }
    FindClose(search);
    wcscat(rest, found.cFileName);
    return beside(library, rest);
}

/* Load Python's library, which finds its own beside it and in the system, nowhere else. */
static py_main load_python(void)
{
    wchar_t place[LONGEST];
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    if (beside(place, L"dayline-files\\python"))
        AddDllDirectory(place);
    HMODULE python = LoadLibraryExW(
        library, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    return python == NULL ? NULL : (py_main)(void *)GetProcAddress(python, "Py_Main");
}

static int start(int count, wchar_t **given)
{
    /* The first tells viewer/paths.py that this file starts the program, and no Python. */
    wchar_t *before[] = {NULL, L"-X", L"dayline-launcher", L"-X", L"utf8", begin};
    const int added = sizeof before / sizeof *before;
    py_main run;
    if (!find_folder() || !beside(begin, L"dayline-files\\app\\begin.py"))
        return tell(L"dayline.exe");
    if (!find_python())
        return tell(L"dayline-files\\python\\python3*.dll");
    if (GetFileAttributesW(begin) == INVALID_FILE_ATTRIBUTES)
        return tell(begin);
    if ((run = load_python()) == NULL)
        return tell(library);
    wchar_t **arguments = calloc((size_t)(count + added), sizeof *arguments);
    if (arguments == NULL)
        return tell(L"RAM");
    before[0] = given[0];
    for (int index = 0; index < added; index++)
        arguments[index] = before[index];
    for (int index = 1; index < count; index++)
        arguments[added + index - 1] = given[index];
    return run(added + count - 1, arguments);
}

#ifdef CONSOLE
int wmain(int count, wchar_t **given)
{
    return start(count, given);
}
#else
int WINAPI wWinMain(HINSTANCE self, HINSTANCE before, PWSTR line, int show)
{
    (void)self, (void)before, (void)line, (void)show;
    return start(__argc, __wargv);
}
#endif
