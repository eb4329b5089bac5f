/** Where the network is; a meeting may be elsewhere and then says so. */
export const networkZone = 'Asia/Phnom_Penh';
