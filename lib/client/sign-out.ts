import { api } from './api'
import { leaveFor } from './leave'

/** Ends this browser's session and leaves. Throws `ApiError`; the session then goes on. */
export async function signOut(): Promise<void> {
  await api('/api/auth/sign-out', { method: 'POST' })
  leaveFor('/sign-in')
}
