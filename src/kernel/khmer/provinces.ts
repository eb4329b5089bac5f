import type { LocalText } from '#src/kernel/local-text.ts';

/** The 25 first-level places of Cambodia by NCDD code; "KH" before a code makes it a P-code. In the official order. */
// biome-ignore format: three rows read better than twenty-five
export const provinceCodes = [
  '01', '02', '03', '04', '05', '06', '07', '08', '09',
  '10', '11', '12', '13', '14', '15', '16', '17', '18',
  '19', '20', '21', '22', '23', '24', '25',
] as const;

export type ProvinceCode = (typeof provinceCodes)[number];

export const isProvinceCode = (text: string): text is ProvinceCode => Object.hasOwn(provinces, text);

/** Names alone by code: Kampot, កំពត. Listed in order by `provinceCodes`; an object lists 10 before 01. */
export const provinces = {
  '01': { km: 'បន្ទាយមានជ័យ', en: 'Banteay Meanchey' },
  '02': { km: 'បាត់ដំបង', en: 'Battambang' },
  '03': { km: 'កំពង់ចាម', en: 'Kampong Cham' },
  '04': { km: 'កំពង់ឆ្នាំង', en: 'Kampong Chhnang' },
  '05': { km: 'កំពង់ស្ពឺ', en: 'Kampong Speu' },
  '06': { km: 'កំពង់ធំ', en: 'Kampong Thom' },
  '07': { km: 'កំពត', en: 'Kampot' },
  '08': { km: 'កណ្តាល', en: 'Kandal' },
  '09': { km: 'កោះកុង', en: 'Koh Kong' },
  '10': { km: 'ក្រចេះ', en: 'Kratié' },
  '11': { km: 'មណ្ឌលគិរី', en: 'Mondulkiri' },
  '12': { km: 'ភ្នំពេញ', en: 'Phnom Penh' },
  '13': { km: 'ព្រះវិហារ', en: 'Preah Vihear' },
  '14': { km: 'ព្រៃវែង', en: 'Prey Veng' },
  '15': { km: 'ពោធិ៍សាត់', en: 'Pursat' },
  '16': { km: 'រតនគិរី', en: 'Ratanakiri' },
  '17': { km: 'សៀមរាប', en: 'Siem Reap' },
  '18': { km: 'ព្រះសីហនុ', en: 'Preah Sihanouk' },
  '19': { km: 'ស្ទឹងត្រែង', en: 'Stung Treng' },
  '20': { km: 'ស្វាយរៀង', en: 'Svay Rieng' },
  '21': { km: 'តាកែវ', en: 'Takéo' },
  '22': { km: 'ឧត្តរមានជ័យ', en: 'Oddar Meanchey' },
  '23': { km: 'កែប', en: 'Kep' },
  '24': { km: 'ប៉ៃលិន', en: 'Pailin' },
  '25': { km: 'ត្បូងឃ្មុំ', en: 'Tboung Khmum' },
} as const satisfies Record<ProvinceCode, LocalText>;

/** A name with what it is: Kampot Province, ខេត្តកំពត. Phnom Penh is not a province but the capital. */
export function fullProvinceName(code: ProvinceCode): LocalText {
  const { km, en } = provinces[code];
  return code === '12' ? { km: `រាជធានី${km}`, en } : { km: `ខេត្ត${km}`, en: `${en} Province` };
}
