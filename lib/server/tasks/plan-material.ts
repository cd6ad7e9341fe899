import 'server-only'
import { AppError, type FieldIssues } from '@/lib/errors'
import { isSpent } from '@/lib/models/asset-status'
import type { InputCode, InputParams } from '@/lib/models/input-issue'
import { mediaIdOf } from '@/lib/models/reference'
import type { TaskInput } from '@/lib/models/task-input'
import type { AssetLibrary } from '@/lib/schemas/asset'
import { inputIssueMessage } from '@/lib/schemas/input-issue-message'
import {
  findAssetsByGatewayId,
  findMaterial,
  type AssetRow,
  type Material,
} from '@/lib/server/assets/store'
import type { Context } from '@/lib/server/context'
import english from '@/messages/en/input.json'
import { libraryOf, takesApprovedOnly } from './approval'
import { mediaIdsOf, referencesOf } from './material'

export type MaterialPlan = {
  mediaIds: string[]
  /** Items that have to be active first: the task waits for them. Those never submitted are. */
  approval: { library: AssetLibrary; mediaIds: string[] } | null
}

type Complaint = { code: InputCode; params: InputParams }

/**
 * What the input's items of ours and of the gateway's libraries ask for before it can be sent.
 * `mayWait`: a person wants the task to wait for approvals. Throws `invalid_input`, each complaint on
 * its own item.
 */
export async function planMaterial(
  context: Context,
  input: TaskInput,
  { mayWait }: { mayWait: boolean },
): Promise<MaterialPlan> {
  const placed = referencesOf(input)
  if (placed.length === 0) return { mediaIds: [], approval: null }
  const mediaIds = mediaIdsOf(input)
  const assetIds = placed.flatMap(({ reference }) => assetIdOf(reference) ?? [])
  const [items, assets] = await Promise.all([
    findMaterial(context.db, mediaIds),
    findAssetsByGatewayId(context.db, assetIds),
  ])
  const library = libraryOf(input.model)
  const approves = takesApprovedOnly(input.model)

  const fields: FieldIssues = {}
  const pending = new Set<string>()
  for (const { field, reference } of placed) {
    const item = items.find(({ id }) => id === mediaIdOf(reference))
    const assetId = assetIdOf(reference)
    const complaint =
      assetId !== null
        ? ofTyped(assets, assetId, library)
        : mediaIdOf(reference) === null
          ? null
          : ofItem(item, approves ? library : null, mayWait)
    if (complaint) {
      const message = inputIssueMessage(complaint.code, complaint.params, english.issues)
      fields[field] = [{ ...complaint, message }]
    } else if (item && approves && assetIn(item, library)?.status !== 'active') {
      pending.add(item.id)
    }
  }
  if (Object.keys(fields).length > 0) {
    throw new AppError('invalid_input', 'Some fields need attention.', { fields })
  }
  const waits = library !== null && pending.size > 0
  return { mediaIds, approval: waits ? { library, mediaIds: [...pending] } : null }
}

/** An id of one library is never sent to the other line (protocol §5.3); ids we do not know are left to the gateway. */
function ofTyped(
  assets: readonly AssetRow[],
  assetId: string,
  library: AssetLibrary | null,
): Complaint | null {
  const known = assets.filter(({ gatewayAssetId }) => gatewayAssetId === assetId)
  if (known.length === 0 || library === null) return null
  const own = known.find((asset) => asset.library === library)
  if (!own) return { code: 'asset_of_other_library', params: {} }
  return own.status === 'active'
    ? null
    : { code: 'asset_not_active', params: { state: own.status } }
}

/** `library`: the one in which the item has to be active; null where it need not be in any. */
function ofItem(
  item: Material | undefined,
  library: AssetLibrary | null,
  mayWait: boolean,
): Complaint | null {
  if (!item) return { code: 'media_unknown', params: {} }
  const state = library && (assetIn(item, library)?.status ?? 'none')
  if (state === null || state === 'active') return null
  const mayCome = state === 'none' || !isSpent(state)
  return mayWait && mayCome ? null : { code: 'asset_not_active', params: { state } }
}

function assetIn({ assets }: Material, library: AssetLibrary | null): AssetRow | undefined {
  return assets.find((asset) => asset.library === library)
}

function assetIdOf(reference: string): string | null {
  return /^asset:\/\/(\S+)$/.exec(reference)?.[1] ?? null
}
