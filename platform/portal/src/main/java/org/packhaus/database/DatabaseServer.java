package org.packhaus.database;

/** A MariaDB that answers: where it is and how to sign in. */
sealed interface DatabaseServer extends AutoCloseable permits EmbeddedMariaDb, DatabaseServer.External {

    String url();

    String user();

    String password();

    @Override
    void close();

    /** A server somebody else runs; we neither start nor stop it. */
    record External(String url, String user, String password) implements DatabaseServer {
        @Override
        public void close() {}

        /** Without the password: this text may reach a log. */
        @Override
        public String toString() {
            return "External[" + url + ", " + user + "]";
        }
    }
}
