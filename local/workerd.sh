#!/bin/sh
# Runs workerd ($WORKERD) in place of this shell, watched: should the process that started it be killed without a chance to end
# it, workerd ends too. Otherwise it would live on, hold the port, and make the next start fail.
starter=$PPID
(
	while kill -0 "$$" 2>/dev/null; do
		kill -0 "$starter" 2>/dev/null || exec kill -9 "$$"
		sleep 1
	done
) </dev/null >/dev/null 2>&1 3>&- &
exec "$WORKERD" "$@"
