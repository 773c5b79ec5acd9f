/** The pictures that are pasted. WebKitGTK hands none over with the event, which is empty then; the clipboard itself has them. */
export async function pictures(event: ClipboardEvent): Promise<Blob[]> {
  const data = event.clipboardData;
  const files = [...(data?.files ?? [])].filter(isPicture);
  if (files.length > 0) event.preventDefault();
  if (files.length > 0 || (data?.types.length ?? 0) > 0) return files;
  return await onClipboard();
}

const isPicture = ({ type }: Blob) => type.startsWith('image/');

/** None where the clipboard cannot be read. */
async function onClipboard(): Promise<Blob[]> {
  try {
    const items = await navigator.clipboard.read();
    const named = items.flatMap((item) => item.types.filter((type) => type.startsWith('image/')).slice(0, 1).map((type) => item.getType(type)));
    return await Promise.all(named);
  } catch {
    return [];
  }
}

/** The bytes of a file in base64. */
export function inBase64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error ?? new Error('the picture cannot be read'));
    reader.readAsDataURL(file);
  });
}
