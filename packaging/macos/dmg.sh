#!/bin/sh
# Put dist/Dayline.app into dist/Dayline-VERSION-ARCHITECTURE.dmg. Runs on macOS only, and was not
# run yet: there was no macOS here.
#
#   DAYLINE_SIGN_IDENTITY   name of a "Developer ID Application" certificate in a keychain; without
#                           it the app is signed ad hoc, and the Finder asks before it is opened
#   DAYLINE_NOTARY_PROFILE  a profile made with `xcrun notarytool store-credentials`; without it
#                           nothing is sent to Apple
set -eu
cd "$(dirname "$0")/../.."

if [ "$(uname -s)" != Darwin ]; then
    echo "dayline: a disk image is made on macOS only" >&2
    exit 1
fi
app=dist/Dayline.app
if [ ! -d "$app" ]; then
    echo "dayline: build the bundle first: make package-bundle" >&2
    exit 1
fi

version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' viewer/__init__.py)
made="dist/Dayline-$version-$(uname -m).dmg"
identity=${DAYLINE_SIGN_IDENTITY:--}
stage=build/dmg

# Licences go with the app, wherever it is dragged; they have to be there before it is signed.
rm -rf "$app/Contents/Resources/licences"
cp -R dist/dayline/licences "$app/Contents/Resources/licences"

set -- --force --deep --sign "$identity" --entitlements packaging/macos/entitlements.plist
if [ "$identity" != - ]; then
    set -- "$@" --options runtime --timestamp
fi
codesign "$@" "$app"
codesign --verify --deep --strict "$app"

rm -rf "$stage" "$made"
mkdir -p "$stage"
cp -R "$app" "$stage/"
cp -R dist/dayline/licences "$stage/Licences"
ln -s /Applications "$stage/Applications"
hdiutil create -quiet -volname "Dayline $version" -srcfolder "$stage" -fs HFS+ -format UDZO "$made"

if [ "$identity" != - ]; then
    codesign --sign "$identity" --timestamp "$made"
fi
if [ -n "${DAYLINE_NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$made" --keychain-profile "$DAYLINE_NOTARY_PROFILE" --wait
    xcrun stapler staple "$made"
fi
echo "$made"
