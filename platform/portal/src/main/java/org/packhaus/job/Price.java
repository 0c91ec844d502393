package org.packhaus.job;

import java.math.BigDecimal;

/**
 * What a row has cost.
 *
 * @param currency ISO 4217
 */
public record Price(BigDecimal amount, String currency) {}
