"""What Dayline.app says of itself in its Info.plist. Read by bundle/dayline.spec on macOS.

Standard library only. No bundle for macOS was built yet: nothing of this has met a Finder.
"""

from __future__ import annotations

from typing import Any

IDENTIFIER = "org.dayline.Dayline"
TYPE = f"{IDENTIFIER}.case"
OLDEST = "13.0"
"""The oldest macOS that Qt 6.10 runs on."""


def info(version: str) -> dict[str, Any]:
    """Give the keys beside those that every bundle has."""
    return {
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleName": "Dayline",
        "CFBundleDisplayName": "Dayline",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleLocalizations": ["en", "ja"],
        "CFBundleDevelopmentRegion": "en",
        "LSApplicationCategoryType": "public.app-category.medical",
        "LSMinimumSystemVersion": OLDEST,
        "NSHighResolutionCapable": True,
        # False, or windows would stay light while the rest of the system is dark.
        "NSRequiresAquaSystemAppearance": False,
        "NSHumanReadableCopyright": "The Dayline authors. All rights reserved.",
        "CFBundleDocumentTypes": [document()],
        "UTExportedTypeDeclarations": [exported()],
    }


def document() -> dict[str, Any]:
    """Tell which documents the program opens: its own, and folders by choice only."""
    return {
        "CFBundleTypeName": "Dayline case",
        "CFBundleTypeRole": "Editor",
        "LSHandlerRank": "Owner",
        "LSItemContentTypes": [TYPE],
        "CFBundleTypeIconFile": "dayline.icns",
    }


def exported() -> dict[str, Any]:
    """Declare the type of .dayline files, which are ZIP archives of another name."""
    return {
        "UTTypeIdentifier": TYPE,
        "UTTypeDescription": "Dayline case",
        "UTTypeConformsTo": ["public.data", "public.archive"],
        "UTTypeIconFile": "dayline.icns",
        "UTTypeTagSpecification": {
            "public.filename-extension": ["dayline"],
            "public.mime-type": ["application/vnd.dayline.case+zip"],
        },
    }
