package org.packhaus.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The theme's files. Their addresses stay the same from release to release, and the dates in a JAR say nothing; so the browser asks each time
 * whether it has the newest, by a hash of what is in it, or it would show a new portal in an old dress after an upgrade.
 */
@Configuration(proxyBeanMethods = false)
class ThemeFiles implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/themes/portal/**")
                .addResourceLocations("classpath:/META-INF/resources/themes/portal/")
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(ThemeFiles::hash);
    }

    private static String hash(Resource file) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(file.getContentAsByteArray());
            return '"' + HexFormat.of().formatHex(sha256, 0, 12) + '"';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
