package org.packhaus.demo;

import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategy;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Portals that run in one JVM remember who is signed in at one place. It is a static one, and each that starts would put there its own,
 * which the filters of those before do not look at.
 */
final class OneSignIn
        implements ApplicationContextInitializer<ConfigurableApplicationContext>,
                BeanPostProcessor,
                ApplicationListener<ContextRefreshedEvent> {
    private static final VaadinAwareSecurityContextHolderStrategy ONE = new VaadinAwareSecurityContextHolderStrategy();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().addBeanPostProcessor(this);
        context.addApplicationListener(this);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof VaadinAwareSecurityContextHolderStrategy ? ONE : bean;
    }

    @Override
    public void onApplicationEvent(ContextRefreshedEvent started) {
        SecurityContextHolder.setContextHolderStrategy(ONE);
    }
}
