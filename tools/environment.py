"""Set up an environment of the project's own: `python environment.py FOLDER LIST`.

FOLDER is made anew, with what the hash-locked LIST names and the project itself. However pip is
configured on this machine, that counts only for where packages come from: a target, a prefix, a
user's folder, constraints and the like would put them elsewhere, or leave them out. Whatever goes
wrong is said in a sentence, with what to do. Needs nothing but Python.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from ast import literal_eval
from pathlib import Path

SOURCES = {
    "cache-dir", "cert", "client-cert", "default-timeout", "extra-index-url", "find-links",
    "index-url", "keyring-provider", "no-cache-dir", "no-index", "proxy", "retries", "timeout",
    "trusted-host",
}  # fmt: skip
NO_NETWORK = (
    "NewConnectionError", "ConnectTimeoutError", "ReadTimeoutError", "ProxyError",
    "Connection refused", "Network is unreachable", "name resolution", "getaddrinfo failed",
    "Could not find a version", "No matching distribution",
)  # fmt: skip
NOT_BUILT = ("Failed building wheel", "Failed to build", "error: command", "metadata-generation")

READ_ONLY = """You can't write in {here}, and `make` sets up all it needs there.
Copy the folder to a place of your own, and run make there: cp -r {here} ~/"""
NO_VENV = """{python} can't make environments: it has no venv, or no pip for it.
Debian, Ubuntu: sudo apt install python3-venv. Or choose another: make PY=python3.12"""
OFFLINE = """The packages could not be fetched: there's no network, or no index here that has them.
`make` needs it once; then it works without. Behind a proxy: pip config set global.proxy URL"""
UNBUILT = """One of the packages has no ready-made build for Python {version} on this system.
Choose another Python, 3.11 to 3.13, if there is one: make PY=python3.12"""
NO_ROOM = "The disk is full. Make some room, then run make again."
CHANGED = """A package is not the one that {listed} names, so nothing of it was installed.
The index may be a mirror that changes packages, or somebody changed it on the way."""
OTHERWISE = "The environment could not be set up. What pip said stands above."


def main(folder: str, listed: str) -> None:
    """Make the environment; end with a sentence where that cannot be done."""
    here = Path.cwd()
    if not os.access(here, os.W_OK | os.X_OK):
        sys.exit(READ_ONLY.format(here=here))
    shutil.rmtree(folder, ignore_errors=True)
    try:
        make(folder)
        print(f"Setting up {folder} from {listed}, about half a minute ...", flush=True)
        python = str(Path(folder, "bin", "python").absolute())
        settings = sources(python)
        pip(python, settings, listed, "--require-hashes", "-r", listed)
        pip(python, settings, listed, "--no-deps", "--no-build-isolation", "--editable", ".")
        Path(folder, "ready").touch()
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def make(folder: str) -> None:
    """Make an empty environment with pip."""
    try:
        import ensurepip  # noqa: F401 - Debian parts it from the rest
        import venv

        venv.create(folder, with_pip=True, symlinks=os.name != "nt")
    except ImportError:
        sys.exit(NO_VENV.format(python=sys.executable))
    except subprocess.CalledProcessError as error:
        said = (error.output or b"").decode(errors="replace")
        sys.exit(f"{said}\n{NO_ROOM if 'No space left' in said else OTHERWISE}")
    except OSError as error:
        sys.exit(f"{folder} could not be made: {error.strerror}.")


def clean() -> dict[str, str]:
    """Return the process's environment without what would lead Python or pip elsewhere."""
    astray = ("PIP_", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__")
    return {name: value for name, value in os.environ.items() if not name.startswith(astray)}


def sources(python: str) -> dict[str, str]:
    """Return as variables what pip's settings on this machine say of where packages come from."""
    configured = subprocess.run(
        [python, "-m", "pip", "config", "list"],
        env={name: value for name, value in os.environ.items() if name != "PIP_PYTHON"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    found: dict[str, str] = {}
    for row in configured.stdout.splitlines():
        setting, _, value = row.partition("=")
        name = setting.rpartition(".")[2]
        if name in SOURCES:
            found[f"PIP_{name.upper().replace('-', '_')}"] = " ".join(literal_eval(value).split())
    return {**found, "PIP_CONFIG_FILE": os.devnull, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def pip(python: str, settings: dict[str, str], listed: str, *arguments: str) -> None:
    """Install something; end with a sentence where that cannot be done."""
    done = subprocess.run(
        [python, "-m", "pip", "install", "--quiet", *arguments],
        env={**clean(), **settings}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, check=False,
    )  # fmt: skip
    if done.returncode == 0:
        return
    print(done.stdout, file=sys.stderr)
    said = OTHERWISE
    version = "{}.{}".format(*sys.version_info)
    for marks, sentence in (
        (("No space left",), NO_ROOM),
        (("DO NOT MATCH THE HASHES",), CHANGED.format(listed=listed)),
        (NO_NETWORK, OFFLINE),
        (NOT_BUILT, UNBUILT.format(version=version)),
    ):
        if any(mark in done.stdout for mark in marks):
            said = sentence
            break
    sys.exit(said)


if __name__ == "__main__":
    main(*sys.argv[1:])
