/** An uncompressed Windows bitmap of 24 bits; `pixels` are rows of red, green, blue from the top. */
export function bitmap(width: number, height: number, pixels: Uint8Array): Buffer {
  const row = Math.ceil((width * 3) / 4) * 4
  const file = Buffer.alloc(54 + row * height)
  file.write('BM', 'latin1')
  file.writeUInt32LE(file.length, 2)
  file.writeUInt32LE(54, 10)
  file.writeUInt32LE(40, 14)
  file.writeInt32LE(width, 18)
  file.writeInt32LE(height, 22)
  file.writeUInt16LE(1, 26)
  file.writeUInt16LE(24, 28)
  file.writeUInt32LE(row * height, 34)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * 3
      const to = 54 + (height - 1 - y) * row + x * 3
      file[to] = pixels[from + 2] ?? 0
      file[to + 1] = pixels[from + 1] ?? 0
      file[to + 2] = pixels[from] ?? 0
    }
  }
  return file
}
