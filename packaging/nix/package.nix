# callPackage ./package.nix { }. `make recipes` fills in what stands between @ signs. Typer is pinned
# below 0.29 (see pyproject.toml); everything else comes from nixpkgs.
{ lib, python3Packages, fetchurl, fetchPypi }:

let
  typer = python3Packages.typer.overridePythonAttrs (_: {
    version = "@TYPER_VERSION@";
    src = fetchPypi {
      pname = "typer";
      version = "@TYPER_VERSION@";
      hash = "@TYPER_HASH@";
    };
    doCheck = false;
  });
in
python3Packages.buildPythonApplication {
  pname = "recoverplan";
  version = "@VERSION@";
  pyproject = true;

  src = fetchurl {
    url = "@ARCHIVE@";
    hash = "@HASH@";
  };

  build-system = [ python3Packages.hatchling ];

  dependencies = [ typer ] ++ (with python3Packages; [
    # @DEPENDENCIES@
  ]);

  pythonImportsCheck = [ "recoverplan.__main__" ];

  installCheckPhase = ''
    RECOVERPLAN_HOME=$TMPDIR/store $out/bin/recoverplan now | grep -q "cannot contact anyone"
  '';
  doInstallCheck = true;

  meta = {
    description = "Private, local recovery planner for the terminal";
    homepage = "@REPOSITORY@";
    license = with lib.licenses; [ mit ofl ];
    mainProgram = "recoverplan";
  };
}
