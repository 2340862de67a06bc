import type { Type } from '@nestjs/common';

/**
 * The routes by which people send the acts of a list, each from the folder of its act.
 * @param folders names of folders; one that several acts share is loaded once
 * @param load the module of routes in a folder
 */
export const routesOfActs = async (
  folders: readonly string[],
  load: (folder: string) => Promise<unknown>,
): Promise<Type[]> => {
  const modules = await Promise.all([...new Set(folders)].map(load));
  return modules.flatMap((each) => Object.values(each as Record<string, Type>));
};
