/**
 * DynamoDB's resources; parse.ts says how to read a line.
 */
export const dynamodb = `
action BatchGetItem()
action BatchWriteItem()
action CreateTable() => Table(Name=.TableName) @TableDescription
hasMany Tables: ListTables() => Table(Name=response.TableNames[])

resource Table [Name~TableName] shape TableDescription
  load DescribeTable(TableName=$Name) @Table
  action Delete: DeleteTable(TableName=$Name)
  action DeleteItem(TableName=$Name)
  action GetItem(TableName=$Name)
  action PutItem(TableName=$Name)
  action Query(TableName=$Name)
  action Scan(TableName=$Name)
  action Update: UpdateTable(TableName=$Name) => Table(Name=$Name) @TableDescription
  action UpdateItem(TableName=$Name)
  waiter Exists: TableExists(TableName=$Name)
  waiter NotExists: TableNotExists(TableName=$Name)
`;
