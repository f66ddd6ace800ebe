import { nextTick, onBeforeUnmount, onMounted, ref } from 'vue';
import { measureWidths } from '../../charts/useSize';

/** What an A4 page has room for between margins of a centimetre, in CSS pixels, and a little less. */
const paper = { width: 718, height: 1036 };
/** As wide as the report is laid out at least, before it is made smaller to fit the page. */
const leastWidth = 1240;
/** After so many nothing changes its size any more: parts are put on the page, and within them others, which learn their widths. */
const rounds = 4;

/**
 * Lays the page out as a report that fits one sheet of paper, however much is on it, while it is printed: by whichever
 * command that is. The style sheet does what depends on no measure.
 *
 * @param loadParts brings those parts of the page that are loaded when they are about to be seen
 */
export function useReport(loadParts: () => Promise<unknown>) {
  const isReport = ref(false);

  /** @param settle waits until what has changed is on the page */
  async function layOut(settle: () => Promise<unknown>) {
    const page = document.getElementById('content');
    if (isReport.value || !page) return;
    isReport.value = true;
    document.documentElement.classList.add('report');
    set({ width: leastWidth, zoom: 1 });
    await redraw(settle);
    const zoom = Math.min(paper.width / leastWidth, paper.height / page.offsetHeight);
    // The taller the report, the smaller it gets, and the wider it may be.
    const width = Math.floor(paper.width / zoom);
    set({ width, zoom: 1 });
    await redraw(settle);
    set({ width, zoom: Math.min(paper.width / width, paper.height / page.offsetHeight) });
  }

  function leave() {
    document.documentElement.classList.remove('report');
    isReport.value = false;
    void nextTick(measureWidths);
  }

  /** Parts that appear for the report only are drawn first, then measured, then drawn as wide as they are. */
  async function redraw(settle: () => Promise<unknown>) {
    for (let round = 0; round < rounds; round++) {
      measureWidths();
      await settle();
    }
  }

  /** The browser's own command leaves no time for more: parts that have not been seen yet may be missing. */
  const onPrint = () => void layOut(nextTick);

  /** The page is laid out before the browser is asked, with all its parts. */
  async function print() {
    await loadParts().catch(() => undefined); // Better a report without them than none.
    const laidOut = layOut(nextFrame);
    dispatchEvent(new Event('beforeprint')); // For parts that are made only when they are about to be seen, or printed.
    await laidOut;
    window.print();
  }

  function onKeydown(event: KeyboardEvent) {
    if (event.key !== 'p' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void print();
  }

  onMounted(() => {
    addEventListener('beforeprint', onPrint);
    addEventListener('afterprint', leave);
    addEventListener('keydown', onKeydown);
  });
  onBeforeUnmount(() => {
    removeEventListener('beforeprint', onPrint);
    removeEventListener('afterprint', leave);
    removeEventListener('keydown', onKeydown);
    leave();
  });

  return { isReport, print };
}

function nextFrame(): Promise<unknown> {
  return new Promise(requestAnimationFrame);
}

function set({ width, zoom }: { width: number; zoom: number }) {
  const { style } = document.documentElement;
  style.setProperty('--report-width', `${width}px`);
  style.setProperty('--report-zoom', String(zoom));
}
