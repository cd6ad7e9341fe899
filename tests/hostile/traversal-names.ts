const targets = [
  'etc/passwd',
  'windows/system32/cmd.exe',
  'app/.env',
  'data/media/x',
  'proc/self/mem',
]

/** Ways up a folder, as people have tried them. */
const ups = [
  '../',
  '..\\',
  '....//',
  '....\\\\',
  '..;/',
  '%2e%2e%2f',
  '%2e%2e/',
  '..%2f',
  '%252e%252e%252f',
  '..%c0%af',
  '%c0%ae%c0%ae/',
  '..%5c',
  '..%00/',
  '.\u2024/',
  '\u2025/',
  '．．／',
  '..∕',
  '..⧵',
  '../\0',
  '.. /',
]

const depths = [1, 3, 8]

const others = [
  '/etc/passwd',
  '//server/share/a.png',
  '\\\\?\\C:\\windows\\a.png',
  'C:\\windows\\a.png',
  'C:a.png',
  'file:///etc/passwd',
  '~root/.ssh/authorized_keys',
  '.',
  '..',
  '...',
  './',
  '../',
  '/',
  '\\',
  '',
  ' ',
  '.htaccess',
  '.env',
  'CON',
  'nul.png',
  'COM1.png',
  'aux.txt.png',
  'a.png.',
  'a.png ',
  'a.png::$DATA',
  'a.png\0.html',
  'a.html\0.png',
  'a\r\nContent-Type: text/html\r\n\r\n<script>',
  '"; filename="b.html',
  "a'; DROP TABLE media; --.png",
  '<script>alert(1)</script>.png',
  '"><img src=x onerror=alert(1)>.png',
  '$(reboot).png',
  '`id`.png',
  '| id',
  '-rf',
  '--help.png',
  '%s%s%s%n.png',
  '{{7*7}}.png',
  '${7*7}.png',
  '\u202egnp.exe',
  '\ud83d.png',
  '\u200b\u200b',
  'a'.repeat(300) + '.png',
  '🎬'.repeat(300),
  `${'a/'.repeat(300)}b.png`,
  '__proto__',
  'constructor',
]

/** At least five hundred names that mean harm, none twice. */
export const traversalNames: readonly string[] = [
  ...new Set([
    ...ups.flatMap((up) =>
      depths.flatMap((depth) =>
        targets.flatMap((target) => [
          `${up.repeat(depth)}${target}`,
          `photo/${up.repeat(depth)}${target}`,
        ]),
      ),
    ),
    ...others,
  ]),
]
