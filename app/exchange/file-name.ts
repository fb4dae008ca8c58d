/** Whether a file is called as exchange files are: packed or not, encrypted or not. */
export const isExchangeFile = (name: string): boolean => /\.assay\.jsonl(\.gz)?(\.age)?$/i.test(name)
