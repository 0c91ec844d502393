package org.packhaus.job;

import org.packhaus.database.DatabaseOwnership;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives the jobs of a killed portal free at once instead of after missed heartbeats. Only where no other node can be running them:
 * on the embedded database, whose folder this process has locked. Runs before the scheduler starts.
 */
@Component
@DependsOnDatabaseInitialization
class LeftBehind {
    private static final Logger log = LoggerFactory.getLogger(LeftBehind.class);

    LeftBehind(JdbcClient jdbc, DatabaseOwnership ownership) {
        if (ownership.isAlone()) {
            int freed = jdbc.sql(
                            "update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null where picked")
                    .update();
            if (freed > 0) {
                log.info("{} job(s) of a portal that died are taken up again", freed);
            }
        }
    }
}
