#!/bin/sh
# Removes Dayline as install.sh put it there: what stands in the list "installed" beside this file,
# and nothing else. Settings and notes stay. POSIX sh and coreutils.
set -u

say() {
    [ "$quiet" = yes ] || printf '%s\n' "$*"
}

fail() {
    printf 'dayline: %s\n' "$*" >&2
    exit 1
}

listed() {
    sed -n "s/^$1 //p" "$record" | sort -ru
}

is_made_by_us() {
    grep -qxF -- "d $1" "$record"
}

# What the desktop's tools worked out of our files alone goes with them.
refresh() {
    data=$(sed -n 's/^data //p' "$record" | tail -n 1)
    if command -v update-mime-database >/dev/null 2>&1 && [ -d "$data/mime/packages" ]; then
        update-mime-database "$data/mime" >/dev/null 2>&1
    fi
    rm -f -- "$data/mime/application/vnd.dayline.case+zip.xml"
    if is_made_by_us "$data/mime" && [ -z "$(ls -A -- "$data/mime/packages" 2>/dev/null)" ]; then
        for name in XMLnamespaces aliases generic-icons globs globs2 icons magic mime.cache \
            subclasses treemagic types version; do
            rm -f -- "$data/mime/$name"
        done
        rmdir -- "$data/mime/application" 2>/dev/null
    fi
    if command -v update-desktop-database >/dev/null 2>&1 && [ -d "$data/applications" ]; then
        update-desktop-database "$data/applications" >/dev/null 2>&1
    fi
    if is_made_by_us "$data/applications" &&
        [ "$(ls -A -- "$data/applications" 2>/dev/null)" = mimeinfo.cache ]; then
        rm -f -- "$data/applications/mimeinfo.cache"
    fi
    touch -c -- "$data/icons/hicolor" 2>/dev/null
}

main() {
    quiet=no
    [ "${1:-}" != --quiet ] || quiet=yes
    target=$(dirname -- "$(readlink -f -- "$0")")
    # The installer, which takes back what it could not finish, has this file elsewhere.
    [ "${2:-}" != --from ] || target=$3
    record=$target/installed
    [ -f "$record" ] || fail "$record is not there: what was installed is not known"
    ! ls -l /proc/[0-9]*/exe 2>/dev/null | grep -qF -- " -> $target/" ||
        fail "Dayline is running. Close it, and start this again"
    listed f | while IFS= read -r file; do
        # A link that somebody led elsewhere is theirs.
        case $(readlink -- "$file") in '' | "$target"/*) rm -f -- "$file" ;; esac
        rm -f -- "$file.part"
    done
    rm -rf -- "$target/program" "$target"/program-* "$target"/next-*
    refresh
    folders=$(listed d)
    rm -f -- "$record" "$target/uninstall" "$target/installed.part"
    printf '%s\n' "$folders" | while IFS= read -r folder; do
        [ -z "$folder" ] || rmdir -- "$folder" 2>/dev/null
    done
    say "Dayline is removed. Your settings (~/.config/dayline) and notes (beside the cases, and in"
    say "~/.local/share/dayline) are still there."
}

main "$@"
exit 0
