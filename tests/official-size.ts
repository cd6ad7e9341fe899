/** Pixels of the official model (protocol §7.3), written down apart from the app's and the simulator's tables. */
const table = `
480p  16:9 864x496   4:3 752x560   1:1 640x640   3:4 560x752   9:16 496x864   21:9 992x432
720p  16:9 1280x720  4:3 1112x834  1:1 960x960   3:4 834x1112  9:16 720x1280  21:9 1470x630
1080p 16:9 1920x1080 4:3 1664x1248 1:1 1440x1440 3:4 1248x1664 9:16 1080x1920 21:9 2206x946
2k    16:9 2560x1440 4:3 1920x1440 1:1 1440x1440 3:4 1440x1920 9:16 1440x2560 21:9 3360x1440
4k    16:9 3840x2160 4:3 3326x2494 1:1 2880x2880 3:4 2494x3326 9:16 2160x3840 21:9 4398x1886
`

export function officialSize(resolution: string, ratio: string): { width: number; height: number } {
  const row = table.split('\n').find((line) => line.startsWith(`${resolution} `)) ?? ''
  const match = new RegExp(` ${ratio} (\\d+)x(\\d+)`).exec(row)
  if (!match) throw new Error(`There is no official size for ${resolution} at ${ratio}.`)
  return { width: Number(match[1]), height: Number(match[2]) }
}
