/** Gathers the words of an option that may be repeated; without a default, which help would show as `[]`. */
export function gatherWords(word: string, all: readonly string[] = []): readonly string[] {
  return [...all, word];
}
