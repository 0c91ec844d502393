package org.packhaus.demo;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.packhaus.database.DatabaseTest;
import org.springframework.test.context.TestPropertySource;

/** The whole portal with real plugins, which call a {@link RunningSandbox} over real HTTP. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@DatabaseTest
@TestPropertySource(
        properties = {
            "packhaus.plugins.policy=ALLOW_UNSIGNED",
            "packhaus.plugins.extra-hosts=localhost",
            "packhaus.plugins.look=100ms"
        })
public @interface SandboxTest {}
