/** What Playwright turns off; Chromium heeds only the last such list, so that ours has to repeat it. */
const byPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
]

/** Pages of the address bar, made anew for every context: half a second of a core each. */
const addressBar = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup']

export const browserArgs = [
  '--disable-gpu',
  '--autoplay-policy=no-user-gesture-required',
  `--disable-features=${[...byPlaywright, ...addressBar].join()}`,
]
