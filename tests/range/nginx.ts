import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { createConnection, createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** nginx as it is found here; null when it is not installed. Debian keeps it off an ordinary user's PATH. */
export function findNginx(): string | null {
  const candidates = ['nginx', '/usr/sbin/nginx', '/usr/local/sbin/nginx']
  return candidates.find((name) => spawnSync(name, ['-v']).status === 0) ?? null
}

/** Serves the files of `root` with nginx's own defaults, on a free port. */
export async function startNginx(
  nginx: string,
  root: string,
  scratch: string,
): Promise<{ port: number; stop(): Promise<void> }> {
  const port = await freePort()
  await mkdir(scratch, { recursive: true })
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const config = `
    daemon off;
    master_process off;
    pid ${scratch}/nginx.pid;
    error_log ${scratch}/error.log;
    events { worker_connections 64; }
    http {
      access_log off;
      default_type video/mp4;
      keepalive_requests 1000000;
      ${temporary.map((name) => `${name}_temp_path ${scratch}/${name};`).join(' ')}
      server { listen 127.0.0.1:${port}; root ${root}; }
    }`
  const file = path.join(scratch, 'nginx.conf')
  await writeFile(file, config)
  const server = spawn(nginx, ['-c', file, '-e', path.join(scratch, 'error.log')], {
    stdio: 'ignore',
  })
  const ended = once(server, 'exit')
  await accepting(port)
  return {
    port,
    async stop() {
      server.kill('SIGTERM')
      await ended
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

async function accepting(port: number): Promise<void> {
  for (let left = 250; left > 0; left -= 1) {
    const socket = createConnection(port, '127.0.0.1')
    const connected = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (connected) return
    await wait(20)
  }
  throw new Error('nginx does not answer')
}
