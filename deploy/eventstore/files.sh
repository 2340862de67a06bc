#!/bin/sh
# Copies the files of a node of EventStoreDB away while it runs, or puts such a copy where a stopped node will find it.
#
#   files.sh backup  NODE COPY     NODE may be running, but must not be scavenging; COPY must be empty
#   files.sh restore COPY NODE     NODE must be stopped and empty; every node of a cluster may be restored from the same copy
#
# The order matters: what says how far the log goes is copied before the log itself, so that the copy holds at least what it says.
set -eu
what=${1:?backup or restore} from=${2:?from where} to=${3:?to where}

refuse() { echo "files.sh: $1" >&2; exit 1; }
[ -f "$from/chaser.chk" ] || refuse "$from holds no files of EventStoreDB."
[ -d "$to" ] && [ -z "$(ls -A "$to")" ] || refuse "$to must be there, and empty."

# Seen from any folder: a relative COPY would be made within NODE, and copied in turn without end.
from=$(cd "$from" && pwd) to=$(cd "$to" && pwd)

case $what in
  backup)
    if [ -d "$from/index" ]; then
      mkdir "$to/index"
      (cd "$from/index" && find . -type d -exec mkdir -p "$to/index/{}" \; && find . -name '*.chk' -exec cp -p {} "$to/index/{}" \;)
      (cd "$from/index" && find . -type f ! -name '*.chk' -exec cp -p {} "$to/index/{}" \;)
    fi
    cp -p "$from"/*.chk "$to/"
    cp -p "$from"/chunk-* "$to/"
    ;;
  restore)
    cp -pR "$from"/. "$to/"
    # What lies beyond the point to which everything had been read is cut off at the next start.
    cp -p "$to/chaser.chk" "$to/truncate.chk"
    ;;
  *) refuse "\"$what\" is neither backup nor restore." ;;
esac
sync
echo "files.sh: $what done, $(find "$to" -type f | wc -l | tr -d ' ') files" >&2
