"""Folders that some program copies to other machines: two that write at once damage a store."""

from __future__ import annotations

from pathlib import Path

# Names of folders, and files that such programs leave in the folders they copy.
NAMES = {
    "dropbox": "Dropbox", "onedrive": "OneDrive", "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud", "icloud drive": "iCloud", "google drive": "Google Drive",
    "googledrive": "Google Drive", "my drive": "Google Drive", "nextcloud": "Nextcloud",
    "owncloud": "ownCloud", "syncthing": "Syncthing", "pcloud": "pCloud", "mega": "MEGA",
}  # fmt: skip
MARKS = {".dropbox": "Dropbox", ".stfolder": "Syncthing", ".sync": "Resilio Sync"}
MARKS |= {".owncloudsync.log": "ownCloud", ".sync_folder_id": "Nextcloud"}


def synced_by(home: Path) -> str | None:
    """Return the program that seems to copy this folder, None where there is no sign of one."""
    for place in (home, *home.parents):
        name = place.name.casefold()
        for known, program in NAMES.items():
            if name == known or name.startswith((f"{known} ", f"{known}-", f"{known}(")):
                return program
        for mark, program in MARKS.items():
            if place != Path.home() and (place / mark).exists():
                return program
    return None
