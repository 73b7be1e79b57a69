#!/bin/sh
# Installs Dayline VERSION for the person who runs it: no other rights are needed.
# The program is laid beside the one before and then put in its place by renaming one link, so that
# at every moment there is a whole program, or none on a first try. POSIX sh and coreutils.
set -u

usage() {
    cat <<END
sh dayline-VERSION-linux-MACHINE.run [-- OPTIONS]

  --quiet       say nothing but what is wrong (for silence from the start: ... --quiet -- --quiet)
  --to FOLDER   install into another folder than ~/.local/lib/dayline
  --uninstall   remove what was installed; settings and notes stay
END
}

say() {
    [ "$quiet" = yes ] || printf '%s\n' "$*"
}

# Ends here. What is half there goes, and what was there before is as it was.
fail() {
    trap '' INT TERM HUP
    printf 'dayline: %s\n' "$*" >&2
    [ -z "${next:-}" ] || rm -rf -- "$next"
    if [ "${is_first:-no}" = yes ] && [ -f "$target/installed" ]; then
        sh "$here/uninstall.sh" --quiet --from "$target"
    fi
    exit 1
}

# The folder itself, or the nearest one above it that is there.
nearest() {
    at=$1
    while [ ! -d "$at" ]; do at=$(dirname -- "$at"); done
    printf '%s\n' "$at"
}

is_running() {
    ls -l /proc/[0-9]*/exe 2>/dev/null | grep -qF -- " -> $target/"
}

# Notes a file that will be there, and the folders that have to be made for it.
note() {
    printf 'f %s\n' "$1" >>"$plan"
    note_folders "$(dirname -- "$1")"
}

note_folders() {
    above=$1
    while [ ! -d "$above" ]; do
        printf 'd %s\n' "$above" >>"$plan"
        above=$(dirname -- "$above")
    done
}

# A link is ours to put where there is nothing, or one of ours.
may_link() {
    [ ! -e "$1" ] && [ ! -L "$1" ] && return 0
    case $(readlink -- "$1") in "$target"/*) return 0 ;; esac
    return 1
}

put() {
    mkdir -p -- "$(dirname -- "$2")" && cp -- "$1" "$2.part" && mv -f -- "$2.part" "$2" && return
    rm -f -- "$2.part"
    fail "$2 cannot be written: is the disk full?"
}

link() {
    mkdir -p -- "$(dirname -- "$2")" && ln -s -- "$1" "$2.part$$" && mv -fT -- "$2.part$$" "$2" ||
        fail "$2 cannot be made"
}

options() {
    quiet=no target='' wants=install
    while [ $# -gt 0 ]; do
        case $1 in
        --quiet) quiet=yes ;;
        --to) [ $# -gt 1 ] || fail "--to wants a folder"; target=$2; shift ;;
        --uninstall) wants=uninstall ;;
        --help) usage; exit 0 ;;
        *) usage >&2; exit 2 ;;
        esac
        shift
    done
}

# Sees whether this machine, this person and this place are such that it can be installed.
judge() {
    [ "$(uname -s) $(uname -m)" = "Linux MACHINE" ] ||
        fail "this program is for Linux on MACHINE, and this machine is $(uname -s) on $(uname -m)"
    [ -d "${HOME:-}" ] || fail "there is no home to install into"
    [ -O "$HOME" ] || fail "the home $HOME is not yours. Run this as its owner, without sudo"
    data=${XDG_DATA_HOME:-$HOME/.local/share}
    case $data in /*) ;; *) data=$HOME/.local/share ;; esac
    target=${target:-$HOME/.local/lib/dayline}
    case $target in /*) ;; *) target=${USER_PWD:-$PWD}/$target ;; esac
    line='
'
    case $target in
    *[\"\`\$\\%]* | *"$line"*) fail "a menu entry cannot hold the name of the folder $target" ;;
    esac
    # By its true name, as running programs are listed.
    at=$(nearest "$target")
    target=$(CDPATH='' cd -- "$at" && pwd -P)${target#"$at"}
    if [ -d "$target" ] && [ ! -f "$target/installed" ] &&
        ls -A -- "$target" | grep -qvx 'installed.part'; then
        fail "$target is there already, and holds something else"
    fi
}

has_room() {
    wanted=$(du -sk "$here/program" | cut -f1)
    wanted=$((wanted + wanted / 20))
    free=$(df -Pk -- "$(nearest "$target")" | awk 'NR == 2 { print $4 }')
    [ "$free" -ge "$wanted" ] ||
        fail "the disk is too full: $target needs $((wanted / 1024)) MiB, and $((free / 1024)) are free"
}

# Lays the program down beside the one before, and sees that it runs.
lay_down() {
    mkdir -p -- "$target" && mkdir -- "$next" && cp -RP -- "$here/program/." "$next/" 2>"$here/said" ||
        fail "$target cannot be written: $(tail -n 1 "$here/said" 2>/dev/null)"
    runs=$("$next/dayline" --version 2>&1) ||
        fail "the program does not run on this machine: $runs"
}

# Writes down all that will be there before any of it is, for the removal.
write_down() {
    (cd "$here/share" && find . -type f | sort | sed 's|^\./||') >"$here/files"
    note_folders "$target"
    while IFS= read -r file; do note "$data/$file"; done <"$here/files"
    for name in dayline dayline-uninstall; do
        if may_link "$bin/$name"; then note "$bin/$name"; fi
    done
    printf 'data %s\n' "$data" >>"$plan"
    sed -n '/^d /p' "$here/before" >>"$plan"
    # Until all is done the list names what was there before as well.
    cat "$here/before" "$plan" >"$here/both"
    put "$here/both" "$target/installed"
    put "$here/uninstall.sh" "$target/uninstall"
    chmod 755 "$target/uninstall"
}

# Files that the version before had and this one has not.
drop_what_went() {
    cp -- "$plan" "$target/installed.part" && mv -f -- "$target/installed.part" "$target/installed" ||
        return 0
    sed -n 's/^f //p' "$here/before" | while IFS= read -r file; do
        grep -qxF -- "f $file" "$target/installed" || rm -f -- "$file"
    done
}

entry() {
    shown=$(printf '%s' "$target/program/dayline" | sed 's/[&|]/\\&/g')
    sed "s|^Exec=dayline|Exec=\"$shown\"|" "$here/share/applications/dayline.desktop" >"$here/entry" &&
        cp -- "$here/entry" "$here/share/applications/dayline.desktop" || fail "the disk is full"
}

refresh() {
    if command -v update-mime-database >/dev/null 2>&1; then
        update-mime-database "$data/mime" >/dev/null 2>&1
    fi
    if command -v update-desktop-database >/dev/null 2>&1; then
        update-desktop-database "$data/applications" >/dev/null 2>&1
    fi
    # Desktops look for new icons where the folder is newer than they remember.
    touch -c -- "$data/icons/hicolor"
}

# By renaming a link, which is done as a whole or not at all.
swap() {
    whole=program-VERSION-$$
    mv -T -- "$next" "$target/$whole" || fail "$target/$whole cannot be made"
    next=$target/$whole
    link "$whole" "$target/program"
    next=''
    for old in "$target"/program-* "$target"/next-*; do
        [ "$old" = "$target/$whole" ] || rm -rf -- "$old"
    done
}

link_commands() {
    for pair in dayline:program/dayline dayline-uninstall:uninstall; do
        name=${pair%%:*}
        if may_link "$bin/$name"; then
            link "$target/${pair#*:}" "$bin/$name"
        else
            say "$bin/$name is another program's, and stays as it is."
        fi
    done
}

install() {
    plan=$here/plan next='' is_first=yes bin=$HOME/.local/bin
    is_running && fail "Dayline is running. Close it, and start this again"
    has_room
    cp -- "$target/installed" "$here/before" 2>/dev/null || : >"$here/before"
    [ ! -x "$target/program/dayline" ] || is_first=no
    trap 'fail "stopped"' INT TERM HUP
    : >"$plan"
    write_down
    next=$target/next-$$
    lay_down
    entry
    while IFS= read -r file; do put "$here/share/$file" "$data/$file"; done <"$here/files"
    link_commands
    trap '' INT TERM HUP
    swap
    drop_what_went
    refresh
    say "Dayline VERSION is installed in $target."
    say "It is in the menu, and opens .dayline files. In a terminal: $bin/dayline"
    say "To remove it: $bin/dayline-uninstall"
}

main() {
    here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
    options "$@"
    judge
    if [ "$wants" = install ]; then install; exit 0; fi
    [ -f "$target/uninstall" ] || fail "Dayline is not installed in $target"
    if [ "$quiet" = yes ]; then exec sh "$target/uninstall" --quiet; fi
    exec sh "$target/uninstall"
}

main "$@"
