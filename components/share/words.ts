/** The words of the player, handed over as they are: this page brings no table of texts. */
export type PlayerWords = {
  play: string
  pause: string
  loop: string
  position: string
  sound: string
  fullScreen: string
  failed: string
  again: string
}
