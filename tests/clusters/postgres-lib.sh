# Shared by the scripts beside it: throw-away PostgreSQL servers on free ports of 127.0.0.1, as root or not. Sourced, not run.

# PostgreSQL refuses to run as root.
run=()
if [ "$(id -u)" -eq 0 ]; then
  run=(setpriv --reuid=postgres --regid=postgres --clear-groups env HOME=/tmp)
fi

bin_folder() { ls -d "${NEWCITIZEN_PG_BIN:-/usr/lib/postgresql}"/*/bin 2>/dev/null | sort -t/ -k5 -n | head -1; }

bin=$(bin_folder)
[ -n "$bin" ] || { echo "skipped: no PostgreSQL under /usr/lib/postgresql" >&2; exit 77; }

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# make_server FOLDER NAME: makes and starts a server with a database newcitizen; its port is kept in FOLDER/NAME.port
make_server() {
  local folder=$1 name=$2 port
  port=$(free_port)
  "${run[@]}" "$bin/initdb" -D "$folder/$name" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$folder/$name.initdb.log"
  {
    echo "listen_addresses = '127.0.0.1'"
    echo "port = $port"
    echo "unix_socket_directories = ''"
    echo "shared_buffers = 64MB"
    echo "max_prepared_transactions = 20"
    echo "lc_messages = 'C'"
  } | "${run[@]}" tee -a "$folder/$name/postgresql.conf" >/dev/null
  "${run[@]}" "$bin/pg_ctl" -D "$folder/$name" -l "$folder/$name.log" -w -t 60 start >/dev/null 2>&1 </dev/null
  echo "$port" >"$folder/$name.port"
  sql "$folder" "$name" "CREATE ROLE office LOGIN" postgres
  sql "$folder" "$name" "CREATE DATABASE newcitizen OWNER office" postgres
}

# sql FOLDER NAME STATEMENT [DATABASE]: runs a statement as superuser
sql() {
  "$bin/psql" -X -q -A -t -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$(cat "$1/$2.port")" -U postgres -d "${4:-newcitizen}" -c "$3"
}

connection() { echo "Host=127.0.0.1;Port=$(cat "$1/$2.port");Database=newcitizen;Username=office"; }

new_folder() {
  [ ! -e "$1" ] || { echo "$1 is there already" >&2; exit 2; }
  mkdir -p "$1"
  chmod 755 "$1"
  if [ "$(id -u)" -eq 0 ]; then chown postgres "$1"; fi
}

# stop_all FOLDER: stops every server of a folder and removes it
stop_all() {
  local file name
  for file in "$1"/*.port; do
    [ -e "$file" ] || continue
    name=$(basename "$file" .port)
    "${run[@]}" "$bin/pg_ctl" -D "$1/$name" -m fast -w stop >/dev/null 2>&1 || true
  done
  [ ! -e "$1/made-by-newcitizen" ] || rm -rf "$1"
}
