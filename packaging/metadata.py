"""What the project says about itself on a package index, made from the one place for it.

`[tool.hatch.metadata.hooks.custom]` in pyproject.toml holds where the project lives; this makes of
it the project's links, and a README whose links and pictures work away from the repository.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

UNFILLED = "example.org"  # nobody's; the owner puts the real place there
# [words](path) and ![words](path), but neither links within the page nor whole addresses.
LINK = re.compile(r"(!?)\[([^\]]*)\]\((?!https?:|mailto:|#)([^)\s]+)\)")
LINKS = {
    "Documentation": "docs/architecture.md",
    "Changelog": "CHANGELOG.md",
    "Security": "SECURITY.md",
}


class Metadata(MetadataHookInterface):
    """The links, the README and who to write to."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Fill in what pyproject.toml calls dynamic, for the version that is being built."""
        place = Place(self.config, metadata["version"])
        metadata["urls"] = place.urls()
        metadata["maintainers"] = [{"name": "recoverplan", "email": self.config["contact"]}]
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": place.made_absolute(text)}


class Place:
    """Where the project lives, and how its host shows a file of one version."""

    def __init__(self, config: dict[str, Any], version: str) -> None:
        self.repository = config["repository"].rstrip("/")
        self.shown = f"{self.repository}/{config['shown'].format(version=version)}"
        self.raw = f"{self.repository}/{config['raw'].format(version=version)}"

    def urls(self) -> dict[str, str]:
        """Return the project's links by what they are for."""
        pages = {name: f"{self.shown}/{path}" for name, path in LINKS.items()}
        return {"Homepage": self.repository, "Issues": f"{self.repository}/issues", **pages}

    def made_absolute(self, text: str) -> str:
        """Return Markdown with its links to files of the repository as whole addresses."""

        def absolute(link: re.Match[str]) -> str:
            picture, words, path = link.groups()
            return f"{picture}[{words}]({self.raw if picture else self.shown}/{path})"

        return LINK.sub(absolute, text)


def unfilled(config: dict[str, Any]) -> list[str]:
    """Return which settings still hold the placeholder."""
    return [name for name, value in config.items() if UNFILLED in str(value)]
