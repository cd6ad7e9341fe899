/** The columns of the list, the same for its head, its rows and its skeleton. */
export const rowGrid =
  'grid grid-cols-[40px_minmax(0,1fr)_28%_28%_44px] items-center wide:grid-cols-[40px_minmax(0,1fr)_23%_23%_92px_150px_44px]'

/** On phones a row is a card of two lines: the item, and how it stands in both libraries. */
export const rowPlaces =
  'max-sm:grid-cols-[40px_minmax(0,1fr)_minmax(0,1fr)_44px] max-sm:items-start'
