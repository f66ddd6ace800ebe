package com.spendtracker.localstack;

import java.util.Map;

/**
 * One of the programs that the stack starts.
 *
 * @param name what the person and the log file know it by
 * @param module the directory of the repository that builds it
 * @param jar the file name in that module's target directory
 * @param heapMegabytes the most heap it may take
 * @param environment its configuration
 */
record Program(String name, String module, String jar, int heapMegabytes, Map<String, String> environment) {}
