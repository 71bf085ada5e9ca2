# The lines by which every ready-made job installs planctl; a test holds the jobs and this file together.
# PLANCTL_SOURCE is the address of planctl's git repository, @ and a full commit SHA (tags can be moved).
# What planctl needs comes with fixed versions and checksums from the lock of that commit.
set -eu
home="${RUNNER_TEMP:-${AGENT_TEMPDIRECTORY:-/tmp}}"
if ! printf '%s\n' "${PLANCTL_SOURCE:-}" | grep -Eq '^[^[:space:]]+@[0-9a-f]{40}$'; then
  echo "PLANCTL_SOURCE mangler: skriv adressen til git-repoet som planctl hentes fra, @ og hele SHA-en til en commit."
  exit 1
fi
git init --quiet "$home/planctl-source"
git -C "$home/planctl-source" fetch --quiet --depth 1 -- "${PLANCTL_SOURCE%@*}" "${PLANCTL_SOURCE##*@}"
git -C "$home/planctl-source" checkout --quiet FETCH_HEAD
python3 -I -m venv "$home/planctl-venv"
install() { "$home/planctl-venv/bin/python" -I -m pip install --quiet --disable-pip-version-check "$@"; }
install --require-hashes -r "$home/planctl-source/requirements/pip.txt"
install --require-hashes -r "$home/planctl-source/requirements/run.txt"
install --no-deps --no-build-isolation "$home/planctl-source"
