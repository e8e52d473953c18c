extension ReportDocument {
    /// The style of the page: the colours and faces of the service's pages, on A4 as on screens.
    ///
    /// Every pair of text and ground has a contrast of at least 4.5, every edge that matters of at least 3. Pictures
    /// have a white ground of their own.
    static let styleSheet: StaticString = """
        :root {
            --ground: #fbfaf7; --tinted: #f1efe8; --text: #1c2530; --quiet: #515c68; --rule: #d8d4c8; --edge: #7b8590;
            --link: #0b5863; --accent: #125e63; --warm: #a85d00; --caution: #fdf4e1; --focus: #b3430f;
            --sans: system-ui, -apple-system, "Segoe UI", Roboto, Inter, "Helvetica Neue", Arial, sans-serif;
            --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Sitka Text", Cambria, "Liberation Serif", serif;
        }
        @media screen and (prefers-color-scheme: dark) {
            :root {
                --ground: #12181c; --tinted: #202a30; --text: #e6e9ea; --quiet: #a8b3ba; --rule: #35424a;
                --edge: #80909a; --link: #83cdd4; --accent: #8ad3d9; --warm: #f2b84b; --caution: #2b2618;
                --focus: #ffb27a;
            }
        }
        *, ::before, ::after { box-sizing: border-box; }
        html { color-scheme: light dark; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body {
            margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 var(--sans);
            overflow-wrap: break-word; border-top: 4px solid var(--accent);
        }
        main, footer { max-width: 76rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2rem); }
        main { padding-block: 1.25rem 2rem; }
        h1, h2, h3, caption { font-family: var(--serif); line-height: 1.2; text-wrap: balance; }
        h1 { margin: 0 0 0.6rem; font-size: clamp(1.75rem, 1.4rem + 2vw, 2.5rem); }
        h2 { margin: 2rem 0 0.6rem; font-size: 1.4rem; }
        h3 { margin: 1rem 0 0.4rem; font-size: 1.1rem; }
        p { margin: 0 0 0.75rem; max-width: 44rem; }
        .lead { font-size: 1.15rem; color: var(--quiet); }
        .warning { padding: 0.6rem 1rem; background: var(--caution); border-inline-start: 4px solid var(--warm); }
        a { color: var(--link); text-underline-offset: 0.2em; overflow-wrap: anywhere; }
        :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
        .beside { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 27.5rem); gap: 1.5rem; align-items: start; }
        figure { margin: 0; padding: 0.5rem; background: #fff; border: 1px solid var(--rule); border-radius: 6px; }
        figure svg { display: block; width: 100%; height: auto; }
        figcaption { margin-top: 0.4rem; font-size: 0.875rem; line-height: 1.4; color: #444; }
        dl { margin: 0 0 1rem; border-top: 1px solid var(--rule); }
        dl > div {
            display: grid; grid-template-columns: minmax(7rem, 11rem) 1fr; column-gap: 1rem; padding: 0.35rem 0;
            border-bottom: 1px solid var(--rule);
        }
        dt { color: var(--quiet); }
        dd { margin: 0; }
        ol, ul { margin: 0 0 1rem; padding-inline-start: 1.6rem; max-width: 52rem; }
        li + li { margin-top: 0.35rem; }
        .scroller { overflow-x: auto; margin: 0 0 1.25rem; }
        table { border-collapse: collapse; min-width: 100%; font-size: 0.9375rem; line-height: 1.35; }
        table, dd { font-variant-numeric: tabular-nums lining-nums; }
        caption {
            position: sticky; inset-inline-start: 0; max-width: calc(100vw - 2rem); padding-bottom: 0.4rem;
            font-size: 1.1rem; font-weight: 700; text-align: start;
        }
        th, td { padding: 0.35rem 0.6rem; text-align: start; vertical-align: top; border-bottom: 1px solid var(--rule); }
        thead th {
            vertical-align: bottom; font-size: 0.8125rem; font-weight: 600; color: var(--quiet);
            border-bottom: 2px solid var(--edge);
        }
        tbody th {
            position: sticky; inset-inline-start: 0; min-width: 7rem; font-weight: 600; background: var(--ground);
        }
        .number { text-align: end; }
        td.number { white-space: nowrap; }
        td:not(.number) { min-width: 6rem; }
        td.wide { min-width: 11rem; }
        footer { padding-block: 1rem 2rem; font-size: 0.875rem; color: var(--quiet); }
        @media (max-width: 80rem) {
            table { font-size: 0.8125rem; }
            th, td { padding-inline: 0.4rem; }
            thead th { font-size: 0.75rem; }
        }
        @media (max-width: 52rem) {
            .beside { grid-template-columns: minmax(0, 1fr); }
            figure { max-width: 32rem; }
        }
        @media (max-width: 30rem) { dl > div { display: block; } }
        @media print {
            @page { size: A4; margin: 12mm; }
            :root { --ground: #fff; --tinted: #fff; --caution: #fff; --text: #000; --quiet: #333; --link: #000; }
            body { font-size: 8.5pt; line-height: 1.35; border-top: 0; }
            main, footer { max-width: none; padding: 0; }
            footer, footer p { font-size: 7pt; }
            h1 { font-size: 16pt; }
            h2 { margin-top: 9pt; font-size: 11.5pt; break-after: avoid; }
            h3 { margin: 4pt 0 2pt; font-size: 9.5pt; break-after: avoid; }
            p, ol, ul { max-width: none; margin-bottom: 5pt; }
            ol, ul { columns: 2; column-gap: 6mm; font-size: 7.5pt; line-height: 1.3; }
            li + li { margin-top: 1.5pt; }
            .lead { font-size: 10pt; }
            .warning { padding: 2pt 6pt; }
            .beside { grid-template-columns: minmax(0, 1fr) 62mm; gap: 5mm; }
            figure { padding: 0; border: 0; break-inside: avoid; }
            figcaption { font-size: 7.5pt; }
            dl { margin-bottom: 5pt; }
            dl > div { display: grid; grid-template-columns: 26mm 1fr; padding: 1.5pt 0; break-inside: avoid; }
            .scroller { overflow: visible; margin-bottom: 7pt; }
            table { font-size: 7.5pt; line-height: 1.25; }
            caption { position: static; font-size: 9pt; padding-bottom: 2pt; break-after: avoid; }
            thead th { font-size: 7pt; }
            th, td { padding: 1.5pt 3pt; }
            tbody th { position: static; }
            tbody th, td:not(.number) { min-width: 17mm; }
            td.wide { min-width: 46mm; }
            tr, li { break-inside: avoid; }
        }

        """
}
