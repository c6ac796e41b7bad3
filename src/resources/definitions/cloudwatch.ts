/**
 * CloudWatch's resources; parse.ts says how to read a line.
 */
export const cloudwatch = `
hasMany Alarms: DescribeAlarms() => Alarm(Name=.AlarmName) @MetricAlarms[]
hasMany Metrics: ListMetrics() => Metric(Namespace=.Namespace, Name=.MetricName) @Metrics[]

resource Alarm [Name~AlarmName] shape MetricAlarm
  load DescribeAlarms(AlarmNames[0]=$Name) @MetricAlarms[0]
  action Delete: DeleteAlarms(AlarmNames[0]=$Name)
  action DescribeHistory: DescribeAlarmHistory(AlarmName=$Name)
  action DisableActions: DisableAlarmActions(AlarmNames[0]=$Name)
  action EnableActions: EnableAlarmActions(AlarmNames[0]=$Name)
  action SetState: SetAlarmState(AlarmName=$Name)
  batch Delete: DeleteAlarms(AlarmNames[]=$Name)
  batch DisableActions: DisableAlarmActions(AlarmNames[]=$Name)
  batch EnableActions: EnableAlarmActions(AlarmNames[]=$Name)
  has Metric: Metric(Namespace=data.Namespace, Name=data.MetricName)

resource Metric [Namespace~Namespace Name~MetricName] shape Metric
  load ListMetrics(MetricName=$Name, Namespace=$Namespace) @Metrics[0]
  action GetStatistics: GetMetricStatistics(Namespace=$Namespace, MetricName=$Name)
  action PutAlarm: PutMetricAlarm(Namespace=$Namespace, MetricName=$Name)
    => Alarm(Name=request.AlarmName)
  action PutData: PutMetricData(Namespace=$Namespace, MetricData[].MetricName=$Name)
  hasMany Alarms: DescribeAlarmsForMetric(Namespace=$Namespace, MetricName=$Name)
    => Alarm(Name=.AlarmName) @MetricAlarms[]
`;
