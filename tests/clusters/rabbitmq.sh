#!/usr/bin/env bash
# A RabbitMQ cluster on free ports of 127.0.0.1 with a name server and a cookie of its own, for tests and fault runs.
# Needs rabbitmq-server (Debian: apt install rabbitmq-server).
#   rabbitmq.sh start FOLDER [NODES]   makes the cluster (three nodes unless said) in a new folder and prints the address of each node
#   rabbitmq.sh run FOLDER [NODES]     the same, and stays until it is ended; then stops everything
#   rabbitmq.sh kill FOLDER N          kill -9 of a node
#   rabbitmq.sh revive FOLDER N        starts a killed node again and waits until it takes clients
#   rabbitmq.sh leader FOLDER QUEUE    prints the number of the node that leads a quorum queue
#   rabbitmq.sh stop FOLDER            stops everything and removes the folder
set -euo pipefail

command=${1:-} folder=${2:-}
[ -n "$folder" ] || { sed -n '2,10p' "$0" >&2; exit 2; }
bin=/usr/lib/rabbitmq/bin

free_ports() {
  python3 - "$1" <<'PY'
import socket, sys
sockets = [socket.socket() for _ in range(int(sys.argv[1]))]
for s in sockets: s.bind(("127.0.0.1", 0))
print(" ".join(str(s.getsockname()[1]) for s in sockets))
PY
}

# Names tell clusters apart where two share a name server; the port of the first node is in them.
name() { echo "r$1c${port[1]}@localhost"; }

load() {
  . "$folder/ports"
  port=(0 $ports) dist=(0 $dists)
  export HOME="$folder" ERL_EPMD_PORT="$epmd" ERL_EPMD_ADDRESS=127.0.0.1 RABBITMQ_CONF_ENV_FILE=/dev/null
}

write_conf() {
  {
    echo "listeners.tcp.1 = 127.0.0.1:${port[$1]}"
    echo "loopback_users.guest = true"
    echo "vm_memory_high_watermark.absolute = 512MB"
    echo "disk_free_limit.absolute = 50MB"
    echo "log.file = false"
    echo "log.console = true"
    echo "log.console.level = warning"
    echo "cluster_partition_handling = pause_minority"
    echo "cluster_formation.peer_discovery_backend = classic_config"
    echo "cluster_formation.randomized_startup_delay_range.min = 0"
    echo "cluster_formation.randomized_startup_delay_range.max = 0"
    local node
    for node in $(seq "$nodes"); do echo "cluster_formation.classic_config.nodes.$node = $(name "$node")"; done
  } >"$folder/r$1.conf"
}

start_node() {
  RABBITMQ_NODENAME="$(name "$1")" RABBITMQ_DIST_PORT="${dist[$1]}" RABBITMQ_CONFIG_FILE="$folder/r$1" RABBITMQ_MNESIA_BASE="$folder/data" \
    RABBITMQ_LOG_BASE="$folder/logs" RABBITMQ_PID_FILE="$folder/r$1.pid" RABBITMQ_ENABLED_PLUGINS_FILE="$folder/plugins" \
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="+S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none -kernel inet_dist_use_interface {127,0,0,1} -kernel net_ticktime 10" \
    setsid "$bin/rabbitmq-server" >>"$folder/r$1.log" 2>&1 </dev/null &
}

# A broker that is ready answers the protocol header with a method frame (type 1).
answers() {
  python3 - "${port[$1]}" <<'PY'
import socket, sys
try:
    s = socket.create_connection(("127.0.0.1", int(sys.argv[1])), 1)
    s.settimeout(2)
    s.sendall(b"AMQP\x00\x00\x09\x01")
    sys.exit(0 if s.recv(1) == b"\x01" else 1)
except OSError:
    sys.exit(1)
PY
}

wait_ready() {
  local until=$(($(date +%s) + 120))
  until answers "$1"; do
    [ "$(date +%s)" -lt "$until" ] || { echo "rabbitmq.sh: node $1 did not start; see $folder" >&2; return 1; }
    sleep 0.3
  done
}

node_pid() { tr -dc 0-9 <"$folder/r$1.pid"; }

kill_node() {
  local pid
  pid=$(node_pid "$1")
  kill -KILL "$pid"
  while grep -qs '^State:[[:space:]]*[^ZX]' "/proc/$pid/status"; do sleep 0.02; done
}

start_all() {
  mkdir -p "$folder"
  read -r -a free <<<"$(free_ports $((2 * nodes + 1)))"
  printf "nodes=%s\nepmd=%s\nports='%s'\ndists='%s'\n" "$nodes" "${free[0]}" "${free[*]:1:nodes}" "${free[*]:nodes+1:nodes}" >"$folder/ports"
  load
  head -c 20 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$folder/.erlang.cookie"
  chmod 400 "$folder/.erlang.cookie"
  echo '[].' >"$folder/plugins"
  setsid epmd -port "$epmd" -address 127.0.0.1 >"$folder/epmd.log" 2>&1 </dev/null &
  echo $! >"$folder/epmd.pid"
  local node
  for node in $(seq "$nodes"); do write_conf "$node"; done

  # The first forms the cluster, the others join it.
  start_node 1
  wait_ready 1
  for node in $(seq 2 "$nodes"); do start_node "$node"; done
  for node in $(seq 2 "$nodes"); do wait_ready "$node"; done
  for node in $(seq "$nodes"); do echo "amqp://guest:guest@127.0.0.1:${port[$node]}/"; done
}

stop_all() {
  local file
  for file in "$folder"/r*.pid "$folder/epmd.pid"; do
    [ -f "$file" ] && kill -KILL "$(tr -dc 0-9 <"$file")" 2>/dev/null || true
  done
  sleep 0.3
  rm -rf "$folder"
}

case $command in
  start)
    nodes=${3:-3}
    start_all
    ;;
  run)
    nodes=${3:-3}
    trap stop_all EXIT
    trap 'exit 0' TERM INT HUP
    start_all >"$folder.addresses"
    mv "$folder.addresses" "$folder/ready"
    while :; do
      for node in $(seq "$nodes"); do
        if [ -f "$folder/revive.$node" ]; then rm "$folder/revive.$node"; start_node "$node"; fi
      done
      sleep 0.2
    done
    ;;
  kill)
    load
    kill_node "$3"
    ;;
  revive)
    load

    # Where "run" stays, all nodes are its children, so that nothing outlives it.
    if [ -f "$folder/ready" ]; then touch "$folder/revive.$3"; else start_node "$3"; fi
    wait_ready "$3"
    ;;
  leader)
    load
    leader=$(RABBITMQ_NODENAME="$(name 1)" "$bin/rabbitmqctl" -n "$(name "${4:-1}")" -q list_queues name leader --formatter json |
      python3 -c 'import json, sys; print(next(q["leader"] for q in json.load(sys.stdin) if q["name"] == sys.argv[1]))' "$3")
    leader=${leader%%c*}
    echo "${leader#r}"
    ;;
  stop) stop_all ;;
  *) sed -n '2,10p' "$0" >&2; exit 2 ;;
esac
