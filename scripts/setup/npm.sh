# npm packages by the lock file: pinned, checked by their integrity hashes, no package script run.
# Sourced by setup.sh. Leaves the folder of the packages in `node_modules`.

provide_node_modules() {
  local key store part started=$SECONDS
  key=$(cat "$repo_root/package.json" "$repo_root/package-lock.json" | sha256sum | cut -c 1-12)
  store=$cache_root/npm-$key
  node_modules=$store/node_modules
  if [ ! -d "$store" ]; then
    part=$store.part
    rm -rf "$part"
    mkdir -p "$part"
    cp "$repo_root/package.json" "$repo_root/package-lock.json" "$part"
    say "fetching npm packages"
    (cd "$part" && quietly "$cache_root/log/npm.log" \
      npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier)
    publish "$part" "$store"
    say "  npm packages: $(folder_size "$store") in $((SECONDS - started)) s"
  fi
  # Scripts of this repository find their packages the usual way, through a link.
  if [ "$(readlink "$repo_root/node_modules" || true)" != "$node_modules" ]; then
    [ ! -e "$repo_root/node_modules" ] || [ -L "$repo_root/node_modules" ] ||
      die "$repo_root/node_modules is in the way: please remove it"
    ln -sfn "$node_modules" "$repo_root/node_modules"
  fi
}
