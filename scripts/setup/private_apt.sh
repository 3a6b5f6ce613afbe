# A private apt: newer Debian packages and sources, verified by the machine's own archive keyring,
# without changing the system and without root. Sourced by setup.sh.

apt_root=$cache_root/apt
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

# The mirror that this machine already uses for Debian itself.
debian_mirror() {
  local codename
  codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
  [ -n "$codename" ] || return 0
  apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 2>/dev/null |
    awk -v suite="$codename" '$2 == suite { print $1; exit }'
}

# Writes the configuration and fetches the lists, once in a run.
prepare_private_apt() {
  [ -z "${private_apt_ready:-}" ] || return 0
  local mirror
  mirror=$(debian_mirror)
  [ -n "$mirror" ] && [ -r "$keyring" ] ||
    die "no Debian mirror or no $keyring on this machine: put an emcc of $emcc_least or newer on PATH \
and name the sources by PINGSHEN_IMGUI_DIR, PINGSHEN_BOTAN_SOURCE_DIR, PINGSHEN_UNIBREAK_DIR and PINGSHEN_RE2_DIR"
  mkdir -p "$apt_root"/{state/lists/partial,cache/archives/partial,sources}
  : >"$apt_root/status"
  # Lists of Debian's testing suite expire after a week, and a mirror may lag longer. Expired ones
  # are signed all the same; what is taken from them is checked for its version (setup.sh).
  cat >"$apt_root/sources.list" <<LIST
deb [signed-by=$keyring] $mirror trixie main
deb-src [signed-by=$keyring] $mirror bookworm main
deb-src [signed-by=$keyring] $mirror trixie main
deb-src [signed-by=$keyring check-valid-until=no] $mirror forky main
LIST
  cat >"$apt_root/apt.conf" <<CONF
Dir::State "$apt_root/state";
Dir::State::status "$apt_root/status";
Dir::Cache "$apt_root/cache";
Dir::Etc::sourcelist "$apt_root/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
APT::Install-Recommends "false";
APT::Sandbox::User "root";
Acquire::Languages "none";
Acquire::Retries "3";
Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";
Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled "false";
Debug::NoLocking "true";
CONF
  say "reading Debian's package lists into $apt_root"
  quietly "$cache_root/log/apt-update.log" private_apt update --error-on=any
  private_apt_ready=yes
}

private_apt() { APT_CONFIG=$apt_root/apt.conf apt-get "$@"; }

# debian_binaries FOLDER PACKAGE…: the packages as files in FOLDER, and nothing else there. What an
# interrupted run left is used again when it is whole and current; apt checks what it fetches, but
# not a file of the right size that is there already.
debian_binaries() {
  local folder=$1 file sums
  shift
  sums=$(APT_CONFIG=$apt_root/apt.conf apt-cache show --no-all-versions "$@" | sed -n 's/^SHA256: //p')
  mkdir -p "$folder"
  for file in "$folder"/*; do
    [ -e "$file" ] || continue
    grep -qxF "$(sha256sum <"$file" | cut -d ' ' -f 1)" <<<"$sums" || rm -f "$file"
  done
  (cd "$folder" && quietly "$cache_root/log/download.log" private_apt download "$@")
}

# debian_source NAME SUITE CHECK_FILE: unpacks the upstream source that Debian keeps (apt checks it
# against the signed list) and leaves its folder, $cache_root/source-NAME-VERSION, in the variable
# `source_folder`. A version that is there already is used as it is.
debian_source() {
  local name=$1 suite=$2 check_file=$3 downloads archive version part
  source_folder=$(newest_match "$cache_root/source-$name-*")
  [ -z "$source_folder" ] || return 0
  prepare_private_apt
  downloads=$apt_root/sources/$name
  rm -rf "$downloads"
  mkdir -p "$downloads"
  (cd "$downloads" && quietly "$cache_root/log/source-$name.log" \
    private_apt source --download-only --tar-only --only-source "$name/$suite")
  archive=$(compgen -G "$downloads/*.orig.tar.*" | sort -V | tail -n 1)
  version=$(basename "$archive" | sed 's/^[^_]*_//; s/\.orig\.tar\..*$//')
  source_folder=$cache_root/source-$name-$version
  part=$source_folder.part
  rm -rf "$part"
  mkdir -p "$part"
  tar -xf "$archive" -C "$part" --strip-components=1
  [ -e "$part/$check_file" ] || die "the source of $name $version has no $check_file"
  say "source of $name $version: $(folder_size "$archive") fetched"
  publish "$part" "$source_folder"
  rm -rf "$downloads"
}
