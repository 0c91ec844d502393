package org.packhaus.database;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** Gives an application context an empty schema of its own on the build's server. */
public class FreshSchema implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String schema = "test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        TestServer server = TestServer.get();
        server.create(schema);
        TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                context,
                "packhaus.db.url=" + server.url(schema),
                "packhaus.db.user=" + server.user(),
                "packhaus.db.password=" + server.password(),
                "packhaus.data=" + server.data().resolve(schema));
    }
}
