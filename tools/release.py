"""Make a release, and what goes with it: `release.py release|recipes|sbom|audit [VERSION]`.

A release is built from what is committed, twice, in folders of different names and at different
times, and the two are compared byte for byte. Then both files are installed into environments of
their own, from the lock, and tried. Nothing is uploaded and no tag is set: that is said at the end.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
DIST = ROOT / "dist"
VERSION_FILE = ROOT / "src" / "recoverplan" / "__init__.py"
RUNTIME = "requirements-demo.lock"  # what runs, and what builds
NIXPKGS = {"phonenumberslite": "phonenumbers"}  # what is called otherwise there
NUMBER = re.compile(r"\d+\.\d+\.\d+")
UNRELEASED = re.compile(r"^## (\[?Unreleased\]?|.*not yet released.*)$", re.MULTILINE)
TRIED = (  # what each installed program must do; 555-01xx is nobody's
    ("--version",),
    ("now",),
    ("setup", "--name", "Alex", "--region", "US", "--timezone", "America/New_York"),
    ("risk", "add", "Nights", "--when", "daily 9pm-midnight"),
    ("contact", "add", "Sam", "--role", "peer", "--call", "555-0114"),
    ("plan",),
    ("card", "--pdf", "card.pdf"),
    ("plan", "--html", "week.html"),
    ("plan", "--ics", "week.ics"),
    ("now",),
)


def run(*command: str | Path, cwd: Path | None = None, **environment: str) -> str:
    """Run a command and return what it prints; end with what it said if it fails."""
    done = subprocess.run(
        [str(one) for one in command], cwd=cwd or ROOT, env={**os.environ, **environment},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"{done.stdout}{done.stderr}\nThat was: {' '.join(map(str, command))}")
    return done.stdout


def project() -> dict[str, Any]:
    """Return pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def place() -> dict[str, Any]:
    """Return where the project lives."""
    found: dict[str, Any] = project()["tool"]["hatch"]["metadata"]["hooks"]["custom"]
    return found


def version() -> str:
    """Return the version that the source has."""
    found = NUMBER.search(VERSION_FILE.read_text("utf-8"))
    assert found
    return found[0]


def release(wanted: str = "") -> None:
    """Do everything for a release but giving it out."""
    refuse_unready(wanted)
    DIST.mkdir(exist_ok=True)
    archive, wheel = built_twice()
    run(sys.executable, "-m", "twine", "check", "--strict", archive, wheel)
    for file in (archive, wheel):
        tried(file)
        shutil.copy(file, DIST)
        print(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}", flush=True)
    recipes()
    sbom()
    audit()
    print(f"""
All is in dist/. What is left to do by hand, for version {version()}:
  git tag --sign v{version()} && git push --tags
  {Path(sys.executable).name} -m twine upload dist/recoverplan-{version()}*
  put dist/recipes/ where they belong (docs/releasing.md)""")


def refuse_unready(wanted: str) -> None:
    """End with all that is missing for a release; nothing was built then."""
    missing = []
    if not NUMBER.fullmatch(wanted or version()):
        missing.append(f"{wanted} is no version: three numbers, like 0.2.0 (docs/versioning.md).")
    elif wanted and wanted != version():
        missing.append(f"The source says {version()}: write {wanted} into {VERSION_FILE.name}.")
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    today = datetime.now(UTC).date()
    dated = rf"^## \[?{re.escape(version())}\]? - \d{{4}}-\d\d-\d\d$"
    heading = re.search(dated, changes, re.MULTILINE)
    if not heading:
        missing.append(f'CHANGELOG.md has no heading "## [{version()}] - {today}".')
    unreleased = UNRELEASED.search(changes)
    if unreleased and not changes[unreleased.end() :].lstrip().startswith("## "):
        missing.append("CHANGELOG.md still has changes that are not released: put them under it.")
    missing += [
        f"`{name}` in pyproject.toml is still a placeholder: {value}"
        for name, value in place().items()
        if "example.org" in str(value)
    ]
    if run("git", "status", "--porcelain"):
        missing.append("Something is not committed; a release is built from what is.")
    if f"v{version()}" in run("git", "tag").split():
        missing.append(f"v{version()} is released already; a version is given out once.")
    if missing:
        sys.exit("\n".join(["Not ready for a release. Nothing was built.", *missing]))


def built_twice() -> tuple[Path, Path]:
    """Build what is committed, twice, and return archive and wheel; end where a byte differs."""
    pairs = []
    for name in ("first", "a second time"):
        folder = Path(tempfile.mkdtemp(prefix="release-"))
        source = folder / name
        run("git", "clone", "--quiet", "--no-hardlinks", ROOT, source)
        run(sys.executable, "-m", "hatchling", "build", "-d", folder, cwd=source)
        pairs.append((next(folder.glob("*.tar.gz")), next(folder.glob("*.whl"))))
    for first, second in zip(*pairs, strict=True):
        if first.read_bytes() != second.read_bytes():
            sys.exit(f"Built twice, {first.name} is not the same: see {first} and {second}.")
    print("Built twice: the same to the byte.", flush=True)
    return pairs[0]


def tried(file: Path) -> None:
    """Install a file with what the lock has, in an environment of its own, and use it."""
    with tempfile.TemporaryDirectory(prefix="tried-") as name:
        folder = Path(name)
        run(sys.executable, "-m", "venv", folder / "it")
        python = folder / "it" / "bin" / "python"
        install = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        run(*install, "--require-hashes", "-r", ROOT / RUNTIME)
        run(*install, "--no-deps", "--no-build-isolation", file)
        for line in TRIED:
            program = folder / "it" / "bin" / "recoverplan"
            said = run(program, *line, cwd=folder, RECOVERPLAN_HOME=str(folder / "store"))
            if line[0] == "--version" and version() not in said:
                sys.exit(f"{file.name} says it is {said}")
            if line[0] == "now" and "cannot contact anyone" not in said:
                sys.exit(f"{file.name}: now does not answer: {said}")
    print(f"Installed and tried: {file.name}", flush=True)


def recipes() -> None:
    """Fill in the recipes of packaging/ for the archive in dist/, into dist/recipes."""
    archive = DIST / f"recoverplan-{version()}.tar.gz"
    if not archive.exists():
        sys.exit(f"{archive.name} is not in dist/ yet: build it first, with make release.")
    given = known_at_release(archive, locked())
    found = (ROOT / "packaging").glob("*/*")
    for path in sorted(path for path in found if path.suffix != ".pyc"):
        target = DIST / "recipes" / path.parent.name / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(filled(path.read_text("utf-8"), given), encoding="utf-8")
    print(f"Recipes: {DIST / 'recipes'}", flush=True)


def known_at_release(archive: Path, packages: list[dict[str, Any]]) -> dict[str, str]:
    """Return what stands in the recipes between @ signs: of the archive, and of what it needs."""
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    (typer,) = (one for one in packages if one["name"] == "typer")
    named = (re.split(r"[<>=]", one)[0] for one in project()["project"]["dependencies"])
    return {
        "REPOSITORY": place()["repository"],
        "VERSION": version(),
        "ARCHIVE": f"{place()['repository']}/releases/download/v{version()}/{archive.name}",
        "SHA256": digest,
        "HASH": sri(digest),
        "TYPER_VERSION": typer["version"],
        "TYPER_HASH": sri(typer["sdist"]["hashes"]["sha256"]),
        "RESOURCES": "\n\n".join(map(resource, packages)).strip(),
        "DEPENDENCIES": "\n    ".join(NIXPKGS.get(name, name) for name in named if name != "typer"),
    }


def filled(recipe: str, given: dict[str, str]) -> str:
    """Return a recipe with what a release knows. Raises KeyError for what it does not."""
    return re.sub(r"(?:# )?@([A-Z0-9_]+)@", lambda mark: given[mark[1]], recipe)


def locked() -> list[dict[str, Any]]:
    """Return what runs, as the lock has it, with where each source archive is. Asks the index."""
    with tempfile.TemporaryDirectory(prefix="locked-") as folder:
        out = Path(folder, "pylock.toml")
        run(uv(), "pip", "compile", "--quiet", "--universal", "--format", "pylock.toml",
            "--python-version", "3.11", "-c", RUNTIME, "-o", out, "pyproject.toml")  # fmt: skip
        packages: list[dict[str, Any]] = tomllib.loads(out.read_text("utf-8"))["packages"]
    return packages


def uv() -> str:
    """Return uv's path: it is beside the other tools for development."""
    beside = ROOT / ".venv" / "bin" / "uv"
    return str(beside) if beside.exists() else "uv"


def resource(package: dict[str, Any]) -> str:
    """Return one dependency as Homebrew wants it."""
    archive = package["sdist"]
    return (
        f'  resource "{package["name"]}" do\n    url "{archive["url"]}"\n'
        f'    sha256 "{archive["hashes"]["sha256"]}"\n  end'
    )


def sri(digest: str) -> str:
    """Return a SHA-256 in hexadecimal as nix writes it."""
    return f"sha256-{base64.b64encode(bytes.fromhex(digest)).decode()}"


def sbom() -> None:
    """Write what the program is made of, as the lock has it, in CycloneDX's format."""
    DIST.mkdir(exist_ok=True)
    target = DIST / f"recoverplan-{version()}.cdx.json"
    with tempfile.TemporaryDirectory(prefix="sbom-") as folder:
        lock = Path(folder, "requirements.txt")
        lock.write_text(runtime_alone(), encoding="utf-8")
        run(sys.executable, "-m", "cyclonedx_py", "requirements", "--pyproject",
            ROOT / "pyproject.toml", "--output-reproducible", "-o", target, lock)  # fmt: skip
    listed = json.loads(target.read_text("utf-8"))
    listed["metadata"]["component"]["version"] = version()
    target.write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")
    print(f"{target.relative_to(ROOT)}: {len(listed['components'])} parts", flush=True)


def runtime_alone() -> str:
    """Return the lock of what runs, without what only builds it."""
    lock = (ROOT / RUNTIME).read_text("utf-8")
    names = {one["name"] for one in locked()}
    blocks = re.finditer(r"^([a-z0-9-]+)==.*\n(?: .*\n)+", lock, re.MULTILINE)
    return "".join(block[0] for block in blocks if block[1] in names)


def audit() -> bool:
    """Ask the advisory database about every package in the locks; end where it knows of a fault.

    What could not be asked about is said, for it is no clean bill. Tells whether any could.
    """
    done = subprocess.run(
        [sys.executable, "-m", "pip_audit", "--no-deps", "--disable-pip", "--progress-spinner=off",
         "--timeout", "20", "--format", "json", "-r", RUNTIME, "-r", "requirements.lock"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    try:
        asked = json.loads(done.stdout)["dependencies"]
    except ValueError:
        last = (done.stderr.strip().splitlines() or ["no answer"])[-1]
        print(f"NOT AUDITED: the advisory database could not be asked. {last[:200]}", flush=True)
        return False
    unknown = sorted({one["name"] for one in asked if "skip_reason" in one})
    faults = [
        f"{one['name']} {one['version']}: {fault['id']}, mended in {fault['fix_versions']}"
        for one in asked
        for fault in one.get("vulns", [])
    ]
    known = {one["name"] for one in asked} - set(unknown)
    if not known:
        print(f"NOT AUDITED: the database knows none of these {len(unknown)} packages.", flush=True)
        return False
    print(f"Audited {len(known)} packages: {len(faults)} known faults.", flush=True)
    if unknown:
        print(f"NOT AUDITED, the database does not know them: {', '.join(unknown)}", flush=True)
    if faults:
        sys.exit("\n".join(faults))
    return True


if __name__ == "__main__":
    asked = {"release": release, "recipes": recipes, "sbom": sbom, "audit": audit}[sys.argv[1]]
    sys.exit(asked(*sys.argv[2:]) is False)
