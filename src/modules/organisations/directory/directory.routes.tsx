import { show, webRoutes } from '#src/web/routes.tsx';
import { mayAddOrganisation } from '../access.ts';
import { directoryForm } from './directory.form.ts';
import { DirectoryPage } from './directory.page.tsx';
import { countDirectory, listDirectory } from './directory.queries.ts';

export const directoryRoutes = webRoutes().get('/organisations', async (c) => {
  const { runtime, visit, actor } = c.var;
  const search = directoryForm.parse(filled(c.req.query()));
  return show(
    c,
    <DirectoryPage
      visit={visit}
      search={search}
      directory={await listDirectory(runtime, search, visit.language)}
      count={await countDirectory(runtime, search)}
      mayAdd={mayAddOrganisation(actor)}
    />,
  );
});

/** A filter left at "any" comes as an empty value. */
const filled = (query: Record<string, string>) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value.trim() !== ''));
