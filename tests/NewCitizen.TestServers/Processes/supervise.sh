# Runs one server for a test process and outlives it by nothing: when the pipe to the tests closes, however they ended, every
# process of the server is killed and its folder removed. Commands come as lines; each is answered by one line.
#   bash supervise.sh FOLDER PROGRAM ARGUMENT...
folder=$1
shift
child=

descendants() {
  local process
  for process in $(cat "/proc/$1/task/"*/children 2>/dev/null); do
    descendants "$process"
    printf '%s ' "$process"
  done
}

# All of them in one call: no process sees another one go first and writes something down about it.
kill_all() {
  [ -n "$child" ] || return 0
  local others process
  others=$(descendants "$child")
  kill -KILL "$child" $others 2>/dev/null
  wait "$child" 2>/dev/null
  for process in $others; do
    while grep -qs '^State:[[:space:]]*[^ZX]' "/proc/$process/status"; do sleep 0.01; done
  done
  child=
}

clean_up() {
  trap - EXIT
  kill_all
  rm -rf "$folder"
  exit 0
}
trap clean_up EXIT HUP INT TERM

while IFS= read -r line; do
  case $line in
    start)
      "$@" </dev/null >>"$folder/log" 2>&1 &
      child=$!
      echo "$child"
      ;;
    kill)
      kill_all
      echo killed
      ;;
    alive)
      if [ -n "$child" ] && kill -0 "$child" 2>/dev/null; then echo yes; else echo no; fi
      ;;
    signal\ *)
      kill -s "${line#signal }" "$child" 2>/dev/null
      wait "$child" 2>/dev/null
      child=
      echo ended
      ;;
  esac
done
