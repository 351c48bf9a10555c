package eu.urbact.infocus.chassis.problem;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.core.JacksonException;
import io.quarkus.oidc.OIDCException;

/**
 * Tells "something we depend on is busy or away, the same will work later" from "this is wrong and stays wrong". A request then
 * gets 503 instead of 500, and an event waits in place instead of being parked: a short outage must not park everything.
 */
public final class DependencyDown {

    private DependencyDown() {}

    /** Whether this failure, or one that caused it, says so. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException) {
                // an IOException by inheritance only: the data is wrong and stays wrong
                return false;
            }
            if (cause instanceof SQLTransientException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof OIDCException) {
                return true;
            }
            if (cause instanceof SQLException sql && isTransient(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** PostgreSQL classes: connection (08), rollback by conflict or deadlock (40), resources (53), lock or shutdown (55, 57), system (58). */
    private static boolean isTransient(String sqlState) {
        if (sqlState == null) {
            // Agroal has no state to report when it cannot get a connection
            return true;
        }
        return switch (sqlState.substring(0, Math.min(2, sqlState.length()))) {
            case "08", "40", "53", "55", "57", "58" -> true;
            default -> false;
        };
    }
}
