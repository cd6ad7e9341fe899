import 'server-only'
import {
  EncodedPacketSink,
  type AudioCodec,
  type EncodedAudioPacketSource,
  type EncodedPacket,
  type EncodedVideoPacketSource,
  type InputAudioTrack,
  type InputVideoTrack,
} from 'mediabunny'

/** Seconds, the end excluded. */
export type Stretch = { start: number; end: number }

/** Timestamps are decimal fractions of binary numbers. */
const tolerance = 1e-4

/**
 * The clip's packets from the key frame at the stretch's start, to the last frame before its end of
 * which nothing later is needed: in decode order, so what is left can be decoded and ends up to
 * a few frames early. Null where no key frame lies within half a frame of the start.
 */
export async function videoStretch(
  track: InputVideoTrack,
  { start, end }: Stretch,
): Promise<{ from: number; packets: () => AsyncGenerator<EncodedPacket> } | null> {
  const sink = new EncodedPacketSink(track)
  const { averagePacketRate } = await track.computePacketStats(100)
  const half = 0.5 / averagePacketRate
  const first = await sink.getFirstKeyPacket({ verifyKeyPackets: true })
  const key = await sink.getKeyPacket(Math.max(start + half, first?.timestamp ?? 0), {
    verifyKeyPackets: true,
  })
  if (!key || (key.timestamp < start - half && start > tolerance)) return null
  const from = key.timestamp
  async function* packets() {
    for await (const packet of sink.packets(key ?? undefined)) {
      if (packet.timestamp + packet.duration > from + (end - start) + tolerance) return
      // Pictures shown before the key frame need what came before it.
      if (packet.timestamp >= from) yield packet
    }
  }
  return { from, packets }
}

export async function addVideo(
  source: EncodedVideoPacketSource,
  track: InputVideoTrack,
  { from, packets }: { from: number; packets: () => AsyncGenerator<EncodedPacket> },
): Promise<void> {
  const decoderConfig = (await track.getDecoderConfig()) ?? undefined
  for await (const packet of packets()) {
    await source.add(packet.clone({ timestamp: packet.timestamp - from }), { decoderConfig })
  }
}

/** A sound's packets that lie within the stretch; those of plain samples are cut to the sample. */
export async function addAudio(
  source: EncodedAudioPacketSource,
  track: InputAudioTrack,
  { start, end }: Stretch,
): Promise<void> {
  const decoderConfig = (await track.getDecoderConfig()) ?? undefined
  const cut = await sampleCutter(track)
  const sink = new EncodedPacketSink(track)
  const first = (await sink.getPacket(start)) ?? (await sink.getFirstPacket())
  for await (const packet of sink.packets(first ?? undefined)) {
    if (packet.timestamp >= end - tolerance) return
    const part = cut ? cut(packet, { start, end }) : packet
    const last = part.timestamp + part.duration
    if (part.byteLength === 0 || part.timestamp < start - tolerance) continue
    if (last > end + tolerance) return
    await source.add(part.clone({ timestamp: Math.max(part.timestamp - start, 0) }), {
      decoderConfig,
    })
  }
}

const sampleBytes: Partial<Record<AudioCodec, number>> = {
  'pcm-u8': 1,
  'pcm-s8': 1,
  ulaw: 1,
  alaw: 1,
  'pcm-s16': 2,
  'pcm-s16be': 2,
  'pcm-s24': 3,
  'pcm-s24be': 3,
  'pcm-s32': 4,
  'pcm-s32be': 4,
  'pcm-f32': 4,
  'pcm-f32be': 4,
  'pcm-f64': 8,
  'pcm-f64be': 8,
}

type Cutter = (packet: EncodedPacket, stretch: Stretch) => EncodedPacket

async function sampleCutter(track: InputAudioTrack): Promise<Cutter | null> {
  const codec = await track.getCodec()
  const bytes = codec === null ? undefined : sampleBytes[codec]
  if (bytes === undefined) return null
  const rate = await track.getSampleRate()
  const frame = bytes * (await track.getNumberOfChannels())
  return (packet, { start, end }) => {
    const count = packet.data.length / frame
    const at = (time: number) =>
      Math.min(Math.max(Math.round((time - packet.timestamp) * rate), 0), count)
    const [head, tail] = [at(start), at(end)]
    return packet.clone({
      data: packet.data.subarray(head * frame, tail * frame),
      timestamp: packet.timestamp + head / rate,
      duration: (tail - head) / rate,
    })
  }
}
