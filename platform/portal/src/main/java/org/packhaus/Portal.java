package org.packhaus;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application. */
@SpringBootApplication
public class Portal {

    public static void main(String[] args) {
        SpringApplication.run(Portal.class, args);
    }
}
