/** How every line that says why the embedded server cannot start ends. */
export const wayOut = 'or set DATABASE_URL to another PostgreSQL server';
