#!/usr/bin/env bash
# Three PostgreSQL nodes under Patroni with etcd on free ports of 127.0.0.1, synchronous and strict: a commit is acknowledged when a second
# node has it. For tests and fault runs; needs patroni, etcd and PostgreSQL 15 or later (Debian: apt install patroni etcd-server postgresql).
#   patroni.sh start FOLDER        makes the cluster in a new folder and prints a connection string with all three hosts
#   patroni.sh leader FOLDER       prints the number of the node that leads
#   patroni.sh kill-leader FOLDER  kill -9 of the leader's PostgreSQL and of its Patroni; prints its number
#   patroni.sh revive FOLDER N     starts Patroni of a killed node again; it rejoins by itself
#   patroni.sh synchronous FOLDER  prints how many nodes follow synchronously
#   patroni.sh stop FOLDER         stops everything and removes the folder
set -euo pipefail

command=${1:-} folder=${2:-} nodes="1 2 3"
[ -n "$folder" ] || { sed -n '2,11p' "$0" >&2; exit 2; }

# PostgreSQL refuses to run as root.
run=()
if [ "$(id -u)" -eq 0 ]; then
  run=(setpriv --reuid=postgres --regid=postgres --clear-groups env HOME="$folder")
fi

free_ports() {
  python3 - "$1" <<'PY'
import socket, sys
sockets = [socket.socket() for _ in range(int(sys.argv[1]))]
for s in sockets: s.bind(("127.0.0.1", 0))
print(" ".join(str(s.getsockname()[1]) for s in sockets))
PY
}

bin_folder() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -n | head -1; }

node_file() {
  local node=$1
  cat <<YML
scope: newcitizen
name: n$node
restapi: {listen: '127.0.0.1:${api[$node]}', connect_address: '127.0.0.1:${api[$node]}'}
etcd3: {host: '127.0.0.1:$etcd_port'}
bootstrap:
  dcs:
    ttl: 20
    loop_wait: 2
    retry_timeout: 3
    maximum_lag_on_failover: 1048576
    primary_start_timeout: 0
    synchronous_mode: true
    synchronous_mode_strict: true
    postgresql:
      use_pg_rewind: true
      parameters: {max_connections: 200, shared_buffers: 64MB, wal_level: replica, wal_log_hints: 'on', max_wal_senders: 10, max_prepared_transactions: 20}
  initdb: [{encoding: UTF8}, {locale: C.UTF-8}, no-sync, data-checksums]
  pg_hba: ['local all all trust', 'host all all 127.0.0.1/32 trust', 'host replication all 127.0.0.1/32 trust']
postgresql:
  listen: '127.0.0.1:${port[$node]}'
  connect_address: '127.0.0.1:${port[$node]}'
  data_dir: $folder/n$node
  bin_dir: $(bin_folder)
  pgpass: $folder/pgpass$node
  authentication: {superuser: {username: postgres}, replication: {username: replicator}, rewind: {username: rewind}}
  parameters: {unix_socket_directories: '', lc_messages: C}
YML
}

start_patroni() {
  setsid "${run[@]}" patroni "$folder/n$1.yml" >>"$folder/n$1.log" 2>&1 </dev/null &
  echo $! >"$folder/n$1.pid"
}

status() { curl -s -o /dev/null -m 2 -w '%{http_code}' "http://127.0.0.1:${api[$1]}/$2" || true; }

leader() {
  local node
  for node in $nodes; do
    if [ "$(status "$node" primary)" = 200 ]; then echo "$node"; return 0; fi
  done
  return 1
}

synchronous() {
  local node count=0
  for node in $nodes; do [ "$(status "$node" synchronous)" = 200 ] && count=$((count + 1)); done
  echo "$count"
}

load() { . "$folder/ports"; api=(0 $apis) port=(0 $ports); }

wait_for() { # SECONDS COMMAND...
  local until=$(($(date +%s) + $1)); shift
  until "$@" >/dev/null; do
    [ "$(date +%s)" -lt "$until" ] || { echo "patroni.sh: '$*' did not come true; see $folder" >&2; return 1; }
    sleep 0.3
  done
}

all_run() { local node; for node in $nodes; do [ "$(status "$node" health)" = 200 ] || return 1; done; }
has_synchronous() { [ "$(synchronous)" -ge 1 ]; }

case $command in
  start)
    mkdir -p "$folder"
    chmod 755 "$folder"
    read -r etcd_client etcd_peer a1 a2 a3 p1 p2 p3 <<<"$(free_ports 8)"
    printf "etcd_port=%s\napis='%s'\nports='%s'\n" "$etcd_client" "$a1 $a2 $a3" "$p1 $p2 $p3" >"$folder/ports"
    load
    trap 'code=$?; [ $code -eq 0 ] || { tail -n 5 "$folder"/*.log >&2; bash "$0" stop "$folder"; }' EXIT
    [ ${#run[@]} -eq 0 ] || chown postgres:postgres "$folder"
    for node in $nodes; do node_file "$node" >"$folder/n$node.yml"; done
    setsid "${run[@]}" etcd --name e1 --data-dir "$folder/etcd" --listen-client-urls "http://127.0.0.1:$etcd_client" --advertise-client-urls "http://127.0.0.1:$etcd_client" \
      --listen-peer-urls "http://127.0.0.1:$etcd_peer" --initial-advertise-peer-urls "http://127.0.0.1:$etcd_peer" \
      --initial-cluster "e1=http://127.0.0.1:$etcd_peer" >"$folder/etcd.log" 2>&1 </dev/null &
    echo $! >"$folder/etcd.pid"
    for node in $nodes; do start_patroni "$node"; done
    wait_for 90 leader
    wait_for 90 all_run
    wait_for 60 has_synchronous
    "$(bin_folder)/psql" -h 127.0.0.1 -p "${port[$(leader)]}" -U postgres -q -d postgres -c "CREATE ROLE office LOGIN" -c "CREATE DATABASE newcitizen OWNER office" >&2
    echo "Host=127.0.0.1:$p1,127.0.0.1:$p2,127.0.0.1:$p3;Username=office;Database=newcitizen;Timeout=5;Command Timeout=20;Maximum Pool Size=60"
    ;;
  leader) load; leader ;;
  synchronous) load; synchronous ;;
  kill-leader)
    load
    node=$(leader)
    kill -9 "$(cat "$folder/n$node.pid")" || true
    if [ -f "$folder/n$node/postmaster.pid" ]; then
      first=$(head -1 "$folder/n$node/postmaster.pid")
      children=$(ps -o pid= --ppid "$first" || true)
      kill -9 "$first" $children 2>/dev/null || true
    fi
    echo "$node"
    ;;
  revive) load; start_patroni "${3:?number of the node}"; wait_for 90 eval "[ \"\$(status $3 health)\" = 200 ]" ;;
  stop)
    set +e
    load
    for node in $nodes; do
      kill "$(cat "$folder/n$node.pid" 2>/dev/null)" 2>/dev/null || true
    done
    for _ in $(seq 40); do
      alive=0
      for node in $nodes; do kill -0 "$(cat "$folder/n$node.pid")" 2>/dev/null && alive=1; done
      [ $alive -eq 0 ] && break
      sleep 0.5
    done
    for node in $nodes; do
      kill -9 "$(cat "$folder/n$node.pid")" 2>/dev/null || true
      [ -f "$folder/n$node/postmaster.pid" ] && kill -9 "$(head -1 "$folder/n$node/postmaster.pid")" 2>/dev/null || true
    done
    kill "$(cat "$folder/etcd.pid")" 2>/dev/null || true
    sleep 1
    rm -rf "$folder"
    ;;
  *) echo "patroni.sh: unknown command '$command'" >&2; exit 2 ;;
esac
