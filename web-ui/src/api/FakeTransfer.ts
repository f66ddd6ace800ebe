import { vi } from 'vitest';

/** Stands in for XMLHttpRequest in tests: records what is sent, and answers when told to. */
export class FakeTransfer {
  static all: FakeTransfer[] = [];

  static install(): void {
    FakeTransfer.all = [];
    vi.stubGlobal('XMLHttpRequest', FakeTransfer);
  }

  static latest(): FakeTransfer {
    const transfer = FakeTransfer.all.at(-1);
    if (!transfer) throw new Error('nothing was sent');
    return transfer;
  }

  method = '';
  path = '';
  headers: Record<string, string> = {};
  form = new FormData();
  status = 0;
  responseText = '';
  isAborted = false;
  upload: { onprogress?: (event: Pick<ProgressEvent, 'lengthComputable' | 'loaded' | 'total'>) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;

  constructor() {
    FakeTransfer.all.push(this);
  }

  open(method: string, path: string): void {
    Object.assign(this, { method, path });
  }

  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }

  send(form: FormData): void {
    this.form = form;
  }

  abort(): void {
    this.isAborted = true;
    this.onabort?.();
  }

  /** The options that came with the file. */
  options(): unknown {
    return JSON.parse(String(this.form.get('options')));
  }

  progress(loaded: number, total: number): void {
    this.upload.onprogress?.({ lengthComputable: true, loaded, total });
  }

  answer(status: number, body: unknown): void {
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.onload?.();
  }
}
