/** A WAV of sixteen-bit mono: the sample at each place, for so many of them. */
export function waveOf(
  samples: number,
  rate: number,
  sampleAt: (place: number) => number,
): Buffer<ArrayBuffer> {
  const file = Buffer.alloc(44 + samples * 2)
  file.write('RIFF', 0, 'latin1')
  file.writeUInt32LE(36 + samples * 2, 4)
  file.write('WAVEfmt ', 8, 'latin1')
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(rate, 24)
  file.writeUInt32LE(rate * 2, 28)
  file.writeUInt16LE(2, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36, 'latin1')
  file.writeUInt32LE(samples * 2, 40)
  for (let place = 0; place < samples; place += 1) {
    file.writeInt16LE(sampleAt(place), 44 + place * 2)
  }
  return file
}
