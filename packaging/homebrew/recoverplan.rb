# For a tap of one's own: Formula/recoverplan.rb. `make recipes` fills in what stands between @ signs
# from pyproject.toml, the released archive and the lock. Resources are source archives.
class Recoverplan < Formula
  include Language::Python::Virtualenv

  desc "Private, local recovery planner for the terminal"
  homepage "@REPOSITORY@"
  url "@ARCHIVE@"
  sha256 "@SHA256@"
  license all_of: ["MIT", "OFL-1.1"]

  depends_on "rust" => :build # typst
  depends_on "python@3.13"
  depends_on "sqlcipher"

  # @RESOURCES@

  def install
    sqlcipher = Formula["sqlcipher"]
    ENV.append "CFLAGS", "-I#{sqlcipher.opt_include}"
    ENV.append "LDFLAGS", "-L#{sqlcipher.opt_lib}"
    virtualenv_install_with_resources
  end

  test do
    ENV["RECOVERPLAN_HOME"] = testpath/"store"
    assert_match "cannot contact anyone", shell_output("#{bin}/recoverplan now")
    system bin/"recoverplan", "step", "add", "Tea and the radio", "--kind", "alone"
    assert_match "Tea and the radio", shell_output("#{bin}/recoverplan step list")
    assert_match version.to_s, shell_output("#{bin}/recoverplan --version")
  end
end
