package eu.urbact.infocus.directory.matchmaking;

import javax.sql.DataSource;

import eu.urbact.infocus.directory.DirectoryData;

/** Puts the delivered data into the database, unless it is there already. */
final class NetworkInDatabase {

    private static final String REVISION = "select number from directory_revision";

    private static volatile long filledAt = -1;

    private NetworkInDatabase() {}

    static void fill(DataSource database) {
        if (DirectoryData.number(database, REVISION) == filledAt) {
            return;
        }
        DirectoryData.fill(database);
        filledAt = DirectoryData.number(database, REVISION);
    }

    /** Counts a change of the directory that changes nothing. */
    static void touch(DataSource database) {
        DirectoryData.change(database, "update directory_revision set number = number + 1");
        filledAt = DirectoryData.number(database, REVISION);
    }
}
