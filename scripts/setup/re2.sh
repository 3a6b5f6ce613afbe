# RE2's source with the three tables that Debian leaves to be generated; sourced by setup.sh. Leaves
# its folder in `re2`.

provide_re2() {
  local unicode=/usr/share/unicode part log=$cache_root/log/re2.log
  re2=${PINGSHEN_RE2_DIR:-}
  [ -z "$re2" ] || return 0
  debian_source re2 bookworm re2/re2.h
  re2=$cache_root/$(basename "$source_folder" | sed 's/^source-/built-/')
  [ ! -d "$re2" ] || return 0
  part=$re2.part
  rm -rf "$part"
  cp -r "$source_folder" "$part"
  # The Unicode tables come from Debian's package instead of the network.
  sed -i "s|^_UNICODE_DIR = .*|_UNICODE_DIR = \"$unicode\"|" "$part/re2/unicode.py"
  (
    cd "$part/re2"
    perl make_perl_groups.pl >perl_groups.cc
    python3 make_unicode_groups.py >unicode_groups.cc
    python3 make_unicode_casefold.py >unicode_casefold.cc
  ) 2>"$log" || die "RE2's tables could not be generated (whole output: $log)"
  publish "$part" "$re2"
}
